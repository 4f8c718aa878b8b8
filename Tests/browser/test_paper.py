"""A page on paper still says what it is, whom to call, and what to be wary of."""

import io
import re
import unicodedata

import pypdf
import pytest


def words(text):
    """Lines break and letters space themselves elsewhere on paper, and two may stand as one, as in 'ﬁ'."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))


def printed(page):
    return [words(sheet.extract_text()) for sheet in pypdf.PdfReader(io.BytesIO(page.pdf(format="A4"))).pages]


@pytest.fixture(scope="module")
def sheets(site, each_kind, open_page):
    """By page of each kind: what is printed, and what must be on the first sheet and anywhere."""
    sheets = {}
    with open_page() as page:
        for shown in each_kind:
            page.goto(site.url(shown))
            call = page.locator(".crisis-strip a[href^='tel:']").inner_text().partition("(")[0]
            warnings = page.locator(".banner, .advice").all_inner_texts()
            sheets[shown] = (printed(page), call, warnings)
    return sheets


def cannot_be_read(site, shown):
    """In a PDF, letters that join are not told apart, and words that run from right to left are in no order."""
    return site.language(shown) == "ar"


def test_the_first_sheet_has_the_title_and_help_in_a_crisis(site, sheets):
    missing = {}
    for shown, (paper, call, _) in sheets.items():
        wanted = [call] if cannot_be_read(site, shown) else [call, shown.title]
        lost = [text for text in wanted if words(text) not in paper[0]]
        if lost:
            missing[shown.address] = (lost, paper[0][:300])
    assert missing == {}


def test_warnings_are_printed(site, sheets):
    missing = {}
    for shown, (paper, _, warnings) in sheets.items():
        if cannot_be_read(site, shown):
            continue
        lost = [warning for warning in warnings if words(warning) not in "".join(paper)]
        if lost:
            missing[shown.address] = lost
    assert missing == {}


def test_links_to_other_sites_are_printed_as_addresses(sample_site, open_page):
    with open_page() as page:
        page.goto(sample_site.url("/treatment/dialect/"))
        assert "Atrial(https://example.org/)" in "".join(printed(page))


def test_nothing_to_press_is_printed(telephone_walk):
    printed = {page.address: seen["printed"] for page, seen in telephone_walk.items()}
    assert {address: names for address, names in printed.items() if names} == {}
