"""All there is to read and to follow is there in a browser that runs no script."""

from urllib.parse import unquote, urldefrag

import pytest
from test_safety import is_long_overdue


@pytest.fixture
def plain_page(open_page):
    with open_page(java_script_enabled=False) as page:
        yield page


def links(page):
    return page.locator("a[href]").evaluate_all("links => links.map(link => link.href)")


def test_links_lead_from_the_home_page_to_every_page(site, plain_walk):
    # Search is for those who have JavaScript: others find a link to all pages in its place.
    hidden = {
        page for page in site.pages
        if page.address == "/404.html" or page.address.endswith("/search/")
        or page.facts.get("status") == "withdrawn" or is_long_overdue(site, page)
    }
    assert {page.address for page in site.pages if page not in hidden and site.url(page) not in plain_walk.linked} == set()


def test_no_link_leads_nowhere(site, plain_walk):
    assert plain_walk.lost == []
    lost = []
    for url, seen in plain_walk.seen.items():
        for link in seen["links"]:
            target, anchor = urldefrag(link)
            if anchor and target.startswith(site.origin) and unquote(anchor) not in plain_walk.seen[target]["ids"]:
                lost.append((url, link))
    assert lost == []


def test_every_page_has_its_words(site, plain_walk):
    titles = plain_walk.by_address("titles")
    assert {page.address: titles[page.address] for page in site.pages if titles[page.address] != [page.title]} == {}
    assert {address: count for address, count in plain_walk.by_address("words").items() if count <= 10} == {}


@pytest.mark.parametrize("old", ["/treatment/old-name/", "/old-page.html"])
def test_an_old_address_leads_to_the_new_one(sample_site, plain_page, old):
    new = sample_site.url("/treatment/everything/")
    plain_page.goto(sample_site.url(old))
    plain_page.wait_for_url(new)
    assert plain_page.locator("h1").inner_text().startswith("A reviewed page")


def test_an_unknown_address_shows_a_page_that_leads_on(site, plain_page):
    response = plain_page.goto(site.url("/no/such/page/"))
    assert response.status == 404
    assert plain_page.locator("h1").inner_text() == "We cannot find that page"
    assert plain_page.goto(links(plain_page.locator("main"))[0]).status == 200


def test_an_unknown_address_in_a_folder_of_its_own_is_styled(site, open_page):
    with open_page() as page:
        page.goto(site.url("/no/such/page/"))
        rules = page.evaluate("[...document.styleSheets].map(sheet => sheet.cssRules.length)")
        assert rules and all(rules)
        assert page.locator(".skip").bounding_box()["y"] < 0


def test_the_contents_of_a_page_unfold(sample_site, plain_page):
    plain_page.goto(sample_site.url("/treatment/everything/"))
    plain_page.locator(".contents summary").click()
    plain_page.locator(".contents a").last.click()
    assert "#" in plain_page.url
