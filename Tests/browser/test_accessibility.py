"""No page has a fault that axe-core knows, however its reader looks at it."""

import pytest
from axe_playwright_python.sync_playwright import Axe

# The size of targets is off by default, and part of WCAG 2.2 AA. What passed need not be told: that saves a third.
OPTIONS = {"rules": {"target-size": {"enabled": True}}, "resultTypes": ["violations"]}

LOOKS = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "forced colours": {"forced_colors": "active"},
}


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("look", LOOKS)
def test_axe_finds_nothing(site, open_page, look, width):
    found = []
    with open_page(width, **LOOKS[look]) as page:
        for shown in site.pages:
            # Made of what all other pages hold: half a minute each time is enough once.
            if shown.address.endswith("/handbook/") and (look, width) != ("light", 320):
                continue
            page.goto(site.url(shown))
            for violation in Axe().run(page, options=OPTIONS).response["violations"]:
                nodes = [(node["html"], node["failureSummary"]) for node in violation["nodes"][:3]]
                found.append((shown.address, violation["id"], violation["help"], nodes))
    assert not found
