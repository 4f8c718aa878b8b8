"""No kind of page has a fault that axe-core knows, however its reader looks at it."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from kinds import is_handbook

# The size of targets is off by default, and part of WCAG 2.2 AA. What passed need not be told: that saves a third.
OPTIONS = {"rules": {"target-size": {"enabled": True}}, "resultTypes": ["violations"]}

LOOKS = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "forced colours": {"forced_colors": "active"},
}


def faults(site, page, pages):
    found = []
    for shown in pages:
        page.goto(site.url(shown))
        for violation in Axe().run(page, options=OPTIONS).response["violations"]:
            nodes = [(node["html"], node["failureSummary"]) for node in violation["nodes"][:3]]
            found.append((shown.address, violation["id"], violation["help"], nodes))
    return found


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("look", LOOKS)
def test_axe_finds_nothing(site, each_kind, open_page, look, width):
    with open_page(width, **LOOKS[look]) as page:
        assert faults(site, page, each_kind) == []


def test_axe_finds_nothing_in_the_handbook(site, open_page):
    # Made of what all other pages hold: once is enough, in the site's own language.
    with open_page(320) as page:
        handbooks = [shown for shown in site.pages if is_handbook(shown)]
        assert faults(site, page, handbooks[-1:]) == []
