"""All there is to read and to follow is there in a browser that runs no script."""

from urllib.parse import unquote, urldefrag

import pytest


@pytest.fixture
def plain_page(open_page):
    with open_page(java_script_enabled=False) as page:
        yield page


def links(page):
    return page.locator("a[href]").evaluate_all("links => links.map(link => link.href)")


def ids(page):
    return set(page.locator("[id]").evaluate_all("elements => elements.map(element => element.id)"))


def test_links_lead_from_the_home_page_to_every_page(site, plain_page):
    waiting, seen, broken, anchors, asked = [site.url("/")], set(), [], {}, []
    while waiting:
        url = waiting.pop()
        if url in seen:
            continue
        seen.add(url)
        response = plain_page.goto(url)
        if response.status != 200:
            broken.append(url)
            continue
        anchors[url] = ids(plain_page)
        for link in links(plain_page):
            target, anchor = urldefrag(link)
            if not target.startswith(site.origin):
                continue
            asked.append((url, target, unquote(anchor)))
            if not target.endswith((".xml", ".svg")):
                waiting.append(target)
    assert not broken
    assert not [link for link in asked if link[2] and link[2] not in anchors[link[1]]]
    # Search is for those who have JavaScript: others find a link to all pages in its place.
    hidden = {"/404.html", "/search/", "/ar/search/"} | {page.address for page in site.pages if page.facts.get("status") == "withdrawn"}
    assert {site.url(page) for page in site.pages if page.address not in hidden} <= seen


def test_every_page_has_its_words(site, plain_page):
    for shown in site.pages:
        plain_page.goto(site.url(shown))
        assert plain_page.locator("main h1").inner_text() == shown.title, shown.address
        assert plain_page.locator("main").inner_text().count(" ") > 10, shown.address


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
        assert page.evaluate("document.styleSheets.length") > 1
        assert page.locator(".skip").bounding_box()["y"] < 0


def test_the_contents_of_a_page_unfold(sample_site, plain_page):
    plain_page.goto(sample_site.url("/treatment/everything/"))
    plain_page.locator(".contents summary").click()
    plain_page.locator(".contents a").last.click()
    assert "#" in plain_page.url
