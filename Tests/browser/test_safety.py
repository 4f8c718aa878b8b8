"""What the safety rules want on every page: R-1, R-3, R-12."""

import re

ADVICE = (
    "This page gives general information. It does not replace advice from your own doctor. "
    "Do not start, stop or change a medicine because of what you read here."
)
NOT_REVIEWED = "Not yet reviewed by a clinician. Do not rely on this page for health decisions."


def look(site, open_page, at):
    """What stands on each page, by its address."""
    with open_page(java_script_enabled=False) as page:
        found = {}
        for shown in site.pages:
            page.goto(site.url(shown))
            found[shown.address] = at(page)
        return found


def banners(page):
    return page.locator("main .banner:visible").all_inner_texts()


def test_every_page_says_that_it_is_no_advice(site, open_page):
    found = look(site, open_page, lambda page: page.locator("main .advice:visible").all_inner_texts())
    assert {address: words for address, words in found.items() if words != [ADVICE]} == {}


def test_a_page_that_no_clinician_reviewed_says_so_before_its_words(site, open_page):
    found = look(site, open_page, banners)
    written = [page for page in site.pages if page.is_written]
    assert written
    assert {page.address for page in written if (NOT_REVIEWED in found[page.address]) == page.is_reviewed} == set()


def test_search_engines_are_kept_from_pages_that_no_clinician_reviewed(site, open_page):
    robots = "meta[name=robots][content=noindex]"
    found = look(site, open_page, lambda page: page.locator(robots).count())
    assert {page.address for page in site.pages if (found[page.address] == 1) == page.is_reviewed} == set()


def test_every_page_has_a_number_that_a_telephone_can_call(site, open_page):
    def numbers(page):
        return page.locator(".crisis-strip a[href^='tel:']:visible").evaluate_all(
            "links => links.map(link => link.getAttribute('href'))")

    found = look(site, open_page, numbers)
    assert {address: call for address, call in found.items() if not call or not re.fullmatch(r"tel:\+?\d+", call[0])} == {}


def test_the_crisis_page_has_every_line(sample_site, open_page):
    with open_page(java_script_enabled=False) as page:
        page.goto(sample_site.url("/crisis/"))
        calls = page.locator(".crisis-block a[href^='tel:']").evaluate_all("links => links.map(link => link.href)")
        assert calls == ["tel:988", "tel:116123"]


def test_every_article_shows_the_whole_crisis_block(site, open_page):
    found = look(site, open_page, lambda page: page.locator(".crisis-block a[href^='tel:']:visible").count())
    articles = [
        page for page in site.pages
        if page.is_written and page.facts["status"] == "published" and not page.facts["source"].endswith("/index.md")
    ]
    assert {page.address for page in articles if found[page.address] < 2} == set()


def test_a_page_whose_review_is_over_says_that_it_is_out_of_date(sample_site, open_page):
    found = look(sample_site, open_page, banners)
    out_of_date = [address for address, words in found.items() if "This page is out of date" in words]
    # The handbook has the whole of the page in it, banner and all.
    assert out_of_date == ["/handbook/", "/treatment/old/"]


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
