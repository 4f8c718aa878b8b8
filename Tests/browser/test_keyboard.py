"""Whoever has no mouse gets everywhere, and always sees where they are."""

import pytest

FOCUSABLE = "a[href], summary, [tabindex='0'], :is(button, input, select, textarea):enabled"

MOST_STOPS = 150

# Marks what may be reached, and returns how many that are.
MARK = """selector => {
    const shown = [...document.querySelectorAll(selector)].filter(element => element.checkVisibility())
    shown.forEach((element, index) => element.dataset.place = index)
    return shown.length
}"""

FOCUSED = """() => {
    const element = document.activeElement
    if (!element || element === document.body) return null
    const style = getComputedStyle(element), box = element.getBoundingClientRect()
    const seen = Math.min(box.bottom, innerHeight) - Math.max(box.top, 0)
    return {
        place: Number(element.dataset.place ?? -1),
        html: element.outerHTML.slice(0, 120),
        isMarked: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
        // Half of it, or half of the window where it is higher than that, as a table may be.
        isInView: box.width > 0 && seen >= Math.min(box.height, innerHeight) / 2,
    }
}"""


@pytest.fixture(scope="module", params=[320, 1280])
def walks(site, each_kind, open_page, request):
    """What the Tab key comes to on each kind of page, one after another, as often as there is something to come to."""
    walks = {}
    with open_page(request.param, 568) as page:
        for shown in each_kind:
            page.goto(site.url(shown))
            # A list of hundreds of links is walked as far as its kind is known.
            count = min(MOST_STOPS, page.evaluate(MARK, FOCUSABLE))
            stops = []
            for _ in range(count):
                page.keyboard.press("Tab")
                stops.append(page.evaluate(FOCUSED))
            walks[shown.address] = stops
    return walks


def test_tab_reaches_all_that_can_be_used_in_reading_order(walks):
    places = {address: [stop and stop["place"] for stop in stops] for address, stops in walks.items()}
    assert {address: stops for address, stops in places.items() if stops != list(range(len(stops)))} == {}


def test_what_has_the_focus_is_seen_and_marked(walks):
    hidden = {
        address: [stop for stop in stops if not (stop and stop["isMarked"] and stop["isInView"])]
        for address, stops in walks.items()
    }
    assert {address: stops for address, stops in hidden.items() if stops} == {}


def test_the_first_stop_skips_to_the_content(telephone_walk):
    stops = {page.address: (seen["first stop"], seen["where it leads"]) for page, seen in telephone_walk.items()}
    assert {address: stop for address, stop in stops.items() if stop != ("#main", "main")} == {}


def test_the_skip_link_does_not_cover_help_in_a_crisis(site, open_page):
    with open_page(320, 568) as page:
        page.goto(site.url("/"))
        page.keyboard.press("Tab")
        skip, strip = page.locator(".skip").bounding_box(), page.locator(".crisis-strip").bounding_box()
        assert skip["y"] >= 0
        assert skip["y"] + skip["height"] <= strip["y"]


def test_the_menu_is_one_link_away_on_a_telephone(site, open_page):
    with open_page(320, 568) as page:
        page.goto(site.url("/"))
        page.locator(".to-menu").click()
        assert page.evaluate("document.activeElement.id") == "menu"
        assert page.locator("#menu a").first.is_visible()


def test_the_contents_of_a_page_open_by_keyboard(sample_site, open_page):
    with open_page(320, 568) as page:
        page.goto(sample_site.url("/treatment/everything/"))
        page.locator(".contents summary").focus()
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        heading = page.evaluate("document.activeElement.getAttribute('href')")
        page.keyboard.press("Enter")
        assert page.evaluate("location.hash") == heading
        assert page.locator(f"[id='{heading[1:]}']").bounding_box()["y"] < 568
