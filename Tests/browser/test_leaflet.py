"""Each page printed is a leaflet: what it is, which version, whom to call, where it came from."""

import io

import pypdf

from test_paper import words


def sheets(page):
    return pypdf.PdfReader(io.BytesIO(page.pdf(format="A4"))).pages


def test_every_page_ends_with_where_it_came_from(sample_site, open_page):
    # The sample has a page of each kind; to print every page of the real site takes minutes.
    lost = {}
    with open_page(service_workers="block") as page:
        for shown in sample_site.pages:
            if not shown.facts or shown.facts["language"] == "ar":
                continue
            page.goto(sample_site.url(shown))
            text = words("".join(sheet.extract_text() for sheet in sheets(page)))
            address = page.locator("link[rel=canonical]").get_attribute("href")
            short = page.locator("footer .paper strong").text_content()
            missing = [want for want in [address, short] if words(want) not in text]
            if missing or len(short) > len(address) - len("https:///"):
                lost[shown.address] = missing or short
    assert not lost


def test_every_page_has_all_help_lines_in_full(site, open_page):
    with open_page(service_workers="block") as page:
        page.emulate_media(media="print")
        for shown in site.pages:
            page.goto(site.url(shown))
            lines = page.locator(".crisis-block .crisis-lines li")
            assert lines.count() > 0 and all(line.is_visible() for line in lines.all()), shown.address


def test_an_article_says_its_version_and_review(sample_site, open_page):
    with open_page(service_workers="block") as page:
        page.goto(sample_site.url("/treatment/everything/"))
        text = words("".join(sheet.extract_text() for sheet in sheets(page)))
        for part in ["Versionof", "Lastreviewed", "Nextreviewdue"]:
            assert part in text


def test_nothing_is_wider_than_the_sheet(site, open_page):
    # A4 less its margins, in pixels of paper.
    with open_page(width=673, service_workers="block") as page:
        page.emulate_media(media="print")
        for shown in site.pages:
            page.goto(site.url(shown))
            assert page.evaluate("document.documentElement.scrollWidth") <= 673, shown.address


def test_the_handbook_has_bookmarks(real_site, open_page):
    with open_page(service_workers="block") as page:
        page.goto(real_site.url("/handbook/"))
        titles = page.locator(".handbook-article > h2").all_text_contents()
        reader = pypdf.PdfReader(io.BytesIO(page.pdf(format="A4", outline=True, tagged=True)))

        def names(items):
            for item in items:
                yield from names(item) if isinstance(item, list) else [words(item.title)]

        marks = set(names(reader.outline))
        assert titles and [title for title in titles if words(title) not in marks] == []
