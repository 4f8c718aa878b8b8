"""What the safety rules want on every page: R-1, R-3, R-12."""

import re

import pytest

ADVICE = (
    "This page gives general information. It does not replace advice from your own doctor. "
    "Do not start, stop or change a medicine because of what you read here."
)
NOT_REVIEWED = "Not yet reviewed by a clinician. Do not rely on this page for health decisions."


# a page drops out of navigation and search.
DAYS_UNTIL_IT_DROPS_OUT = 90


def is_long_overdue(site, page):
    return site.days_overdue(page) >= DAYS_UNTIL_IT_DROPS_OUT


def test_the_fixed_sentences_are_those_of_the_safety_rules(real_site):
    words = real_site.words(real_site.pages[0])
    assert (words["notMedicalAdvice"], words["notReviewed"]) == (ADVICE, NOT_REVIEWED)


def test_every_page_says_in_its_language_that_it_is_no_advice(site, plain_walk):
    said = plain_walk.by_address("advice")
    assert {
        page.address: said[page.address] for page in site.pages
        if said[page.address] != [site.words(page)["notMedicalAdvice"]]
    } == {}


def test_a_page_that_no_clinician_reviewed_says_so_before_its_words(site, plain_walk):
    said = plain_walk.by_address("banners")
    written = [page for page in site.pages if page.is_written]
    assert written
    assert {
        page.address: said[page.address] for page in written
        if (site.words(page)["notReviewed"] in said[page.address]) == page.is_reviewed
    } == {}


def test_search_engines_are_kept_from_pages_that_no_clinician_reviewed(site, plain_walk):
    hidden = plain_walk.by_address("noindex")
    shown = {page.address for page in site.pages if page.is_reviewed and not is_long_overdue(site, page)}
    assert {address for address, count in hidden.items() if count == 0} == shown


def test_every_page_has_a_number_that_a_telephone_can_call(plain_walk):
    strips = plain_walk.by_address("strip")
    assert {address: call for address, call in strips.items() if not call or not re.fullmatch(r"tel:\+?\d+", call[0])} == {}


def test_the_crisis_page_of_each_language_has_every_line(site, plain_walk):
    lines = ["tel:" + line["call"].replace(" ", "") for line in site.crisis["lines"] if "call" in line]
    calls = {
        site.language(page): plain_walk.at(page)["block"] for page in site.pages
        if page.address.endswith("/crisis/") and "/tags/" not in page.address
    }
    assert calls == {language: lines for language in {site.language(page) for page in site.pages}}


def test_every_article_shows_the_whole_crisis_block(site, plain_walk):
    calls = plain_walk.by_address("block")
    articles = [
        page for page in site.pages
        if page.is_written and page.facts["status"] == "published" and not page.is_section
    ]
    assert articles
    assert {page.address: calls[page.address] for page in articles if len(calls[page.address]) < 2} == {}


@pytest.mark.parametrize("site", ["sample"], indirect=True)
def test_a_page_whose_review_is_over_says_that_it_is_out_of_date(site, plain_walk):
    banners = plain_walk.by_address("banners")
    # The handbook has the whole of a page in it, banner and all, until the page drops out.
    assert [address for address, words in banners.items() if "This page is out of date" in words] == [
        "/handbook/", "/treatment/due/", "/treatment/old/"]
    assert "Old words" not in site.html(next(page for page in site.pages if page.address == "/handbook/"))


def test_a_withdrawn_page_shows_a_notice_and_none_of_its_words(sample_site, open_page):
    with open_page(java_script_enabled=False) as page:
        page.goto(sample_site.url("/treatment/gone/"))
        words = page.locator("main").inner_text()
        assert "We took this page down" in words
        assert "Words that nobody should read" not in words
        page.get_by_role("link", name="A reviewed page").click()
        page.wait_for_url(sample_site.url("/treatment/everything/"))


def test_benefits_and_harms_stand_in_boxes_of_one_kind(sample_site, open_page):
    style = """element => {
        const heading = element.querySelector('h2'), size = getComputedStyle(heading)
        const words = getComputedStyle(element.querySelector('li'))
        return [heading.localName, size.fontSize, size.fontWeight, words.fontSize, words.color]
    }"""
    with open_page(320) as page:
        page.goto(sample_site.url("/treatment/everything/"))
        boxes = [page.locator(name) for name in (".benefits", ".harms")]
        assert all(box.is_visible() for box in boxes)
        assert boxes[0].evaluate(style) == boxes[1].evaluate(style)
