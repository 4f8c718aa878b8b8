"""Help in a crisis comes before all results, and what is looked for is told to nobody."""

import pytest
from searching import box, look_for, results, spoken

HOSTILE = """<img src=x onerror="document.title='broken'">"""


@pytest.mark.parametrize("query", ["i want to die", "suicide", "overdose of esketamine"])
def test_help_in_a_crisis_stands_above_all_results(open_sample, query):
    page = open_sample("/search/#q=" + query)
    page.locator(".search-notice .crisis-block").wait_for()
    calls = page.locator(".search-notice a[href^='tel:']")
    assert calls.first.get_attribute("href") == "tel:988"
    notice = page.locator(".search-page .search-notice").bounding_box()
    below = page.locator(".search-page :is(.search-said, .search-count, .search-results > li)").evaluate_all(
        "things => things.filter(thing => thing.checkVisibility()).map(thing => thing.getBoundingClientRect().top)")
    assert "We found nothing" not in page.locator("main").inner_text()
    assert all(top >= notice["y"] + notice["height"] - 1 for top in below)


def test_help_in_a_crisis_stands_first_in_the_box_and_the_tab_key_reaches_it(open_sample):
    page = open_sample(width=320)
    box(page).focus()
    page.keyboard.type("i want to die")
    page.locator(".finder .crisis-block").wait_for()
    inside = page.locator(".search-popup").evaluate(
        "popup => [...popup.children].find(part => part.textContent.trim() && part.checkVisibility()).className")
    assert inside == "search-notice"
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "tel:988"
    assert "Help in a crisis comes first." in spoken(page, ".finder [role=status]")
    page.keyboard.press("Escape")
    assert box(page).evaluate("field => field === document.activeElement")


def test_words_are_never_taken_for_mark_up(open_sample):
    page = open_sample("/search/#q=" + HOSTILE.replace("<", "%3C").replace(">", "%3E").replace('"', "%22"))
    page.locator(".search-count").wait_for()
    page.locator("#search-words").fill("that is no mark-up " + HOSTILE)
    page.get_by_role("link", name=HOSTILE).first.wait_for()
    box(page).fill(HOSTILE + " that is no mark-up")
    page.wait_for_timeout(300)
    assert page.locator("img[src=x]").count() == 0
    assert page.title() != "broken"


def test_what_is_looked_for_reaches_no_address_and_no_store(sample_site, open_page):
    asked, broken = [], "window.broken = []; addEventListener('securitypolicyviolation', event => broken.push(event.blockedURI))"
    with open_page() as page:
        page.context.on("request", lambda request: asked.append((request.url, request.post_data, request.headers)))
        page.add_init_script(broken)
        page.goto(sample_site.url("/"))
        look_for(page, "esketamine")
        page.keyboard.press("Enter")
        results(page).first.wait_for()
        page.locator("#search-words").fill("headache")
        results(page).first.wait_for()
        results(page).first.locator("h2 a").click()
        page.wait_for_url("**/treatment/**")
        assert page.evaluate("document.referrer") == ""
        assert page.evaluate("broken") == []
        assert page.context.cookies() == []
        stored = """async () => [...Object.keys(localStorage), ...Object.keys(sessionStorage), ...(await Promise.all(
            (await caches.keys()).map(async name => (await (await caches.open(name)).keys()).map(request => request.url)))).flat()]"""
        assert [key for key in page.evaluate(stored) if "esketamine" in key or "headache" in key] == []
    assert all(url.startswith(sample_site.origin + sample_site.base) for url, _, _ in asked)
    assert [request for request in asked if "esketamine" in str(request) or "headache" in str(request)] == []


def test_links_from_results_tell_nobody_where_one_came_from(open_sample):
    page = open_sample("/search/#q=esketamine")
    results(page).first.wait_for()
    look_for(page, "esketamine")
    links = page.locator(".search-results a, #search-list a:has(.title)")
    assert set(links.evaluate_all("links => links.map(link => link.referrerPolicy)")) == {"no-referrer"}


def test_a_page_that_is_only_read_loads_no_engine(open_sample):
    asked = []
    page = open_sample("/treatment/everything/")
    page.on("request", lambda request: asked.append(request.url))
    page.reload()
    assert not [url for url in asked if "search.js" in url or ".bin" in url]
