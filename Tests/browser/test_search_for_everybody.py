"""Search by whatever eyes, screen or direction of writing."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from searching import box, look_for
from test_accessibility import LOOKS, OPTIONS


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("look", LOOKS)
def test_axe_finds_nothing_while_searching(open_sample, look, width):
    found = []

    def check(page, state):
        for violation in Axe().run(page, options=OPTIONS).response["violations"]:
            found.append((state, violation["id"], [node["html"] for node in violation["nodes"][:3]]))

    page = open_sample("/treatment/everything/", width, **LOOKS[look])
    look_for(page, "esketamine")
    page.keyboard.press("ArrowDown")
    check(page, "box")
    box(page).fill("i want to die")
    page.locator(".finder .crisis-block").wait_for()
    check(page, "crisis in the box")
    for query, sign in [("esketamine", ".search-results a"), ("suicide", ".crisis-block"), ("qqqqzzzzqqqq", ".search-tips")]:
        page = open_sample(f"/search/#q={query}", width, **LOOKS[look])
        page.locator(".search-page").locator(sign).first.wait_for()
        check(page, query)
    assert found == []


@pytest.mark.parametrize("query", ["esketamine", "suicide and esketamine", "averylongwordwithoutabreak" * 4])
def test_results_fit_a_small_telephone_and_can_be_touched(open_sample, query):
    page = open_sample(f"/search/#q={query}", 320)
    page.locator(".search-count").wait_for()
    box(page).fill(query)
    page.locator(".search-popup").wait_for()
    assert page.evaluate("document.scrollingElement.scrollWidth") == 320
    targets = page.locator(".finder :is(a, input, button), .search-page :is(a, input, button)").evaluate_all(
        "all => all.filter(one => one.checkVisibility()).map(one => [one.outerHTML, one.getBoundingClientRect().height])")
    assert [target for target in targets if target[1] < 44] == []


def test_the_list_lies_in_the_window_where_text_runs_from_right_to_left(open_sample):
    page = open_sample("/ar/treatment/everything/", 768)
    box(page).focus()
    page.keyboard.type("averylongword")
    page.locator(".search-popup").wait_for()
    place = page.locator(".search-popup").bounding_box()
    assert 0 <= place["x"] and place["x"] + place["width"] <= 768
