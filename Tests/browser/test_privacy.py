"""A visit is told to nobody, leaves nothing behind, and breaks no promise of the page's own policy."""

from urllib.parse import urlsplit


def visit_all(site, page, then=lambda shown: None):
    for shown in site.pages:
        page.goto(site.url(shown))
        # What is loaded late is loaded when it comes into view.
        page.evaluate("scrollTo(0, document.body.scrollHeight)")
        page.wait_for_load_state("networkidle")
        then(shown)


def test_pages_ask_nothing_of_other_hosts(site, open_page):
    asked = []
    with open_page() as page:
        page.context.on("request", lambda request: asked.append(request.url))
        visit_all(site, page)
    assert asked
    assert not [url for url in asked if not url.startswith(site.origin + site.base)]


def test_nothing_that_pages_ask_for_is_missing(site, open_page):
    failed = []
    with open_page() as page:
        page.context.on("requestfailed", lambda request: failed.append((request.url, request.failure)))
        page.context.on(
            "response", lambda response: response.status >= 400 and failed.append((response.url, response.status)))
        visit_all(site, page)
    assert not failed


def test_the_console_stays_silent(site, open_page):
    said = []
    with open_page() as page:
        page.on("console", lambda message: said.append((page.url, message.type, message.text)))
        page.on("pageerror", lambda error: said.append((page.url, "error", str(error))))
        visit_all(site, page)
    assert not said


def test_pages_keep_to_a_policy_without_exceptions(site, open_page):
    wrong = {}
    with open_page() as page:
        page.add_init_script(
            "window.broken = []; addEventListener('securitypolicyviolation', event => broken.push(event.blockedURI))")

        def look(shown):
            policy = page.locator("meta[http-equiv='Content-Security-Policy']").first.get_attribute("content")
            broken = page.evaluate("broken")
            if "default-src 'none'" not in policy or "unsafe" in policy or broken:
                wrong[shown.address] = (policy, broken)

        visit_all(site, page, look)
    assert not wrong


def test_nothing_is_kept_of_a_visit(site, open_page):
    with open_page() as page:
        visit_all(site, page)
        assert page.context.cookies() == []
        assert page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]


def test_links_to_other_sites_are_plain_links(site, open_page):
    with open_page() as page:
        for shown in site.pages:
            page.goto(site.url(shown))
            for link in page.locator("a[href]").evaluate_all("links => links.map(link => link.href)"):
                assert urlsplit(link).scheme in {"http", "https", "tel", "sms", "mailto"}, (shown.address, link)
