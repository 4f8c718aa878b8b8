"""The box in the header shows what is asked for as it is typed, by keyboard and by ear."""

import pytest
from searching import ENGINE, box, chosen, look_for, options, results, spoken


def test_the_box_is_a_combobox_with_a_list(open_sample):
    page = open_sample()
    field = box(page)
    assert field.get_attribute("aria-autocomplete") == "list"
    assert field.get_attribute("aria-expanded") == "false"
    look_for(page, "esketamine")
    assert field.get_attribute("aria-expanded") == "true"
    assert page.locator("#" + field.get_attribute("aria-controls")).get_attribute("role") == "listbox"
    assert options(page).first.locator("mark").first.inner_text().lower() == "esketamine"
    assert page.errors == []


def test_results_are_pages_with_the_heading_that_matches(open_sample):
    page = open_sample()
    look_for(page, "how long esketamine lasts")
    first = options(page).first
    first.get_by_text("› How long esketamine lasts").wait_for()
    assert first.get_attribute("href").endswith("/treatment/hostile/#how-long-esketamine-lasts")


def test_arrow_keys_walk_through_the_list_and_back_to_the_field(open_sample):
    page = open_sample(engine=ENGINE)
    look_for(page, "words")
    assert options(page).count() == 6
    walked = []
    for key in ["ArrowDown", "ArrowDown", "ArrowUp", "ArrowUp", "ArrowUp", "ArrowDown"]:
        page.keyboard.press(key)
        walked.append(chosen(page))
    assert walked == [0, 1, 0, -1, 5, -1]
    page.keyboard.press("ArrowDown")
    assert box(page).get_attribute("aria-activedescendant") == options(page).first.get_attribute("id")
    assert box(page).evaluate("field => field === document.activeElement")


@pytest.mark.parametrize(("key", "caret"), [("Home", 0), ("End", 5), ("ArrowLeft", 4)])
def test_keys_that_move_the_caret_lead_back_to_the_text(open_sample, key, caret):
    page = open_sample(engine=ENGINE)
    look_for(page, "words")
    page.keyboard.press("ArrowDown")
    page.keyboard.press(key)
    assert chosen(page) == -1
    assert box(page).evaluate("field => field.selectionStart") == caret


def test_enter_opens_the_chosen_page(open_sample, sample_site):
    page = open_sample()
    look_for(page, "how long esketamine lasts")
    options(page).first.get_by_text("› How long esketamine lasts").wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(sample_site.url("/treatment/hostile/#how-long-esketamine-lasts"))


def test_enter_with_nothing_chosen_opens_the_search_page(open_sample, sample_site):
    page = open_sample()
    look_for(page, "esketamine lasts")
    page.keyboard.press("Enter")
    page.wait_for_url(sample_site.url("/search/#q=esketamine%20lasts"))
    results(page).first.wait_for()


def test_enter_before_anything_loaded_opens_the_search_page(open_sample, sample_site):
    page = open_sample(engine="await new Promise(() => {})")
    box(page).fill("ketamine")
    page.keyboard.press("Enter")
    page.wait_for_url(sample_site.url("/search/#q=ketamine"))


def test_escape_first_closes_and_then_clears(open_sample):
    page = open_sample()
    look_for(page, "esketamine")
    page.keyboard.press("Escape")
    assert (box(page).get_attribute("aria-expanded"), box(page).input_value()) == ("false", "esketamine")
    assert not page.locator(".search-popup").is_visible()
    page.keyboard.press("Escape")
    assert box(page).input_value() == ""


def test_the_arrow_opens_a_list_that_was_closed(open_sample):
    page = open_sample()
    look_for(page, "esketamine")
    page.keyboard.press("Escape")
    page.keyboard.press("ArrowDown")
    options(page).first.wait_for()


@pytest.mark.parametrize("key", ["Tab", "Shift+Tab"])
def test_tab_leaves_the_list(open_sample, key):
    page = open_sample()
    look_for(page, "esketamine")
    page.keyboard.press(key)
    assert not page.locator(".search-popup").is_visible()
    assert not page.evaluate("document.activeElement.closest('[role=listbox], [role=combobox]')")


def test_a_slash_leads_to_the_box_unless_it_is_typed(open_sample):
    page = open_sample()
    page.keyboard.press("Control+/")
    assert not box(page).evaluate("field => field === document.activeElement")
    page.keyboard.press("/")
    assert box(page).evaluate("field => field === document.activeElement")
    page.keyboard.type("1/2")
    assert box(page).input_value() == "1/2"


def test_only_the_newest_answer_is_shown(open_sample):
    page = open_sample(engine=ENGINE)
    box(page).focus()
    box(page).fill("slow")
    box(page).fill("words")
    options(page).first.wait_for()
    page.wait_for_timeout(1500)
    assert "late" not in page.locator(".search-popup").inner_text()


def test_an_answer_that_comes_late_does_not_open_a_closed_list(open_sample):
    page = open_sample(engine=ENGINE)
    box(page).fill("slow")
    page.wait_for_timeout(600)
    page.keyboard.press("Escape")
    page.wait_for_timeout(1000)
    assert not page.locator(".search-popup").is_visible()


def test_a_screen_reader_hears_how_many_there_are(open_sample):
    page = open_sample(engine=ENGINE)
    look_for(page, "words")
    assert spoken(page, ".finder [role=status]") == "Pages found: 23 Choose one with the arrow keys."


def test_where_nothing_is_found_the_list_leads_on(open_sample):
    page = open_sample(engine=ENGINE)
    look_for(page, "none")
    assert "We found nothing for ‘none’." in page.locator(".search-popup").inner_text()
    assert options(page).first.get_attribute("href").endswith("/a-z/")


def test_a_word_like_it_is_offered_and_not_taken(open_sample):
    page = open_sample(engine=ENGINE)
    look_for(page, "offered")
    assert options(page).first.inner_text() == "Did you mean ‘hydralazine’?"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert box(page).input_value() == "hydralazine"


def test_the_box_does_not_move_what_stands_below_it(open_sample):
    with_script, without = open_sample("/treatment/everything/", 320), open_sample("/treatment/everything/", 320, java_script_enabled=False)
    places = [page.locator("h1").bounding_box()["y"] for page in (with_script, without)]
    assert places[0] == places[1]
