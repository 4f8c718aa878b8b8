"""What was visited, search and help in a crisis are there without a network."""

import time

from searching import look_for, results


def wait_until(page, is_so):
    deadline = time.monotonic() + 15
    while not is_so():
        assert time.monotonic() < deadline
        page.wait_for_timeout(100)


def kept(page):
    return page.evaluate("""async () => (await Promise.all((await caches.keys()).map(async name =>
        (await (await caches.open(name)).keys()).map(request => new URL(request.url).pathname)))).flat()""")


def test_what_was_visited_and_search_work_without_a_network(sample_site, open_page):
    base = sample_site.base
    with open_page() as page:
        page.goto(sample_site.url("/treatment/everything/"))
        wait_until(page, lambda: {base + "treatment/everything/", base + "site.css", base + "crisis/"} <= set(kept(page)))
        look_for(page, "esketamine")
        wait_until(page, lambda: any(path.endswith("/text.bin") for path in kept(page)))
        page.goto(sample_site.url("/search/?from=elsewhere#q=headache"))
        results(page).first.wait_for()
        wait_until(page, lambda: base + "search-page.js" in kept(page))
        page.context.set_offline(True)
        page.goto(sample_site.url("/treatment/everything/"))
        assert page.locator("h1").inner_text().startswith("A reviewed page")
        assert page.evaluate("[...document.styleSheets].every(sheet => sheet.cssRules.length > 0)")
        look_for(page, "esketamine")
        page.keyboard.press("Enter")
        results(page).first.wait_for()
        page.goto(sample_site.url("/crisis/"))
        assert page.locator(".crisis-block a[href^='tel:']").count() > 0
        page.context.set_offline(False)
