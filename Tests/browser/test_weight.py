"""A page is light: on a first visit with all that it is shown with, and alone once that is there."""

import gzip
import time

import pytest

KB = 1024

WATCH = """() => { window.moved = 0; new PerformanceObserver(list => list.getEntries().forEach(entry => {
    if (!entry.hadRecentInput) window.moved += entry.value })).observe({ type: 'layout-shift', buffered: true }) }"""


def packed(content):
    return len(gzip.compress(content, 9))


def weights(site):
    """Of what somebody wrote. Lists of the whole site are no pages that somebody reads through."""
    for page in site.pages:
        if page.is_written:
            html = (site.folder / page.address.strip("/") / "index.html").read_bytes()
            yield page.address, packed(html)


def test_a_second_page_is_small(real_site):
    assert [page for page in weights(real_site) if page[1] > 15 * KB] == []


def test_a_first_visit_is_small_and_asks_for_little(real_site, open_page):
    heaviest = max((page for page in real_site.pages if page.is_written),
                   key=lambda page: (real_site.folder / page.address.strip("/") / "index.html").stat().st_size)
    with open_page(service_workers="block") as page:
        answers = []
        page.on("response", lambda answer: answers.append(answer))
        page.goto(real_site.url(heaviest), wait_until="networkidle")
        assert len(answers) <= 10, [answer.url for answer in answers]
        assert sum(packed(answer.body()) for answer in answers) <= 40 * KB


@pytest.mark.parametrize("width", [320, 1280])
def test_nothing_moves_while_a_page_loads(real_site, open_page, width):
    with open_page(width, service_workers="block") as page:
        page.add_init_script(f"({WATCH})()")
        for address in ["/", "/safety/heart-and-blood-pressure/", "/evidence/esketamine/", "/a-z/", "/search/"]:
            page.goto(real_site.url(address), wait_until="networkidle")
            assert page.evaluate("window.moved") == 0, address


@pytest.mark.parametrize("width", [320, 390, 1280])
@pytest.mark.parametrize("delay", [0, 0.5])
def test_nothing_moves_when_results_come(real_site, open_page, width, delay):
    """A link to a search: what is found, what stands for another word, help in a crisis, and nothing at all."""
    for query in ["ketamine", "esketamine", "kill%20myself", "qqqqzzzz"]:
        with open_page(width, service_workers="block") as page:
            page.route("**/*.bin", lambda route: (time.sleep(delay), route.continue_()))
            page.add_init_script(f"({WATCH})()")
            page.goto(real_site.url("/search/#q=" + query), wait_until="networkidle")
            page.locator(".search-results > li, .search-tips:not([hidden])").first.wait_for()
            page.wait_for_timeout(300)
            assert page.evaluate("window.moved") == 0, query


def test_the_first_paint_needs_neither_script_nor_font(real_site, open_page):
    with open_page(java_script_enabled=False) as page:
        kinds = []
        page.on("request", lambda request: kinds.append(request.resource_type))
        page.goto(real_site.url("/"), wait_until="networkidle")
        assert "font" not in kinds and page.locator("h1").is_visible()


def test_a_page_does_not_grow_with_the_site(real_site, open_page):
    """What leads to other pages leads to sections, neighbours and a few related pages, however many there are."""
    with open_page(service_workers="block") as page:
        page.goto(real_site.url("/safety/heart-and-blood-pressure/"))
        links = page.locator(".menu a, .related a, .pager a, header a, footer a").count()
        assert links < 40
