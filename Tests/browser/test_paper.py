"""A page on paper still says what it is, whom to call, and what to be wary of."""

import io
import re

import pypdf


def words(text):
    """Lines break and letters space themselves elsewhere on paper."""
    return re.sub(r"\s", "", text)


def printed(page):
    return [words(sheet.extract_text()) for sheet in pypdf.PdfReader(io.BytesIO(page.pdf(format="A4"))).pages]


def test_the_first_sheet_has_the_title_and_help_in_a_crisis(site, open_page):
    missing = {}
    with open_page() as page:
        for shown in site.pages:
            page.goto(site.url(shown))
            sheet = printed(page)[0]
            wanted = [page.locator(".crisis-strip a[href^='tel:']").inner_text().partition("(")[0]]
            if shown.facts.get("language") != "ar":  # letters of scripts that join are not told apart in a PDF
                wanted.append(shown.title)
            lost = [text for text in wanted if words(text) not in sheet]
            if lost:
                missing[shown.address] = (lost, sheet[:300])
    assert not missing


def test_warnings_are_printed(real_site, open_page):
    with open_page() as page:
        for shown in real_site.pages:
            page.goto(real_site.url(shown))
            paper = "".join(printed(page))
            for warning in page.locator(".banner, .advice").all_inner_texts():
                assert words(warning) in paper, shown.address


def test_links_to_other_sites_are_printed_as_addresses(sample_site, open_page):
    with open_page() as page:
        page.goto(sample_site.url("/treatment/dialect/"))
        assert "Atrial(https://example.org/)" in "".join(printed(page))


def test_nothing_to_press_is_printed(site, open_page):
    with open_page() as page:
        page.emulate_media(media="print")
        for shown in site.pages:
            page.goto(site.url(shown))
            for name in [".menu", ".to-menu", ".skip", ".contents", ".pager"]:
                for thing in page.locator(name).all():
                    assert not thing.is_visible(), (shown.address, name)
