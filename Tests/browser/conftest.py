import subprocess
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

import walks
from built_site import BuiltSite
from kinds import of_each_kind

ROOT = Path(__file__).resolve().parents[2]
MATERIA = ROOT / ".build/release/materia"

# Debian's. Elsewhere Playwright uses the one it brought: scripts/install.
CHROMIUM = Path("/usr/bin/chromium")

SHARED = {"telephone_walk", "desk_walk", "plain_walk", "walks", "sheets"}


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM if CHROMIUM.exists() else None)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def open_page(browser):
    """A page in a fresh profile: `with open_page(width=320) as page`."""

    @contextmanager
    def open_page(width=1280, height=800, **settings):
        context = browser.new_context(viewport={"width": width, "height": height}, **settings)
        yield context.new_page()
        context.close()

    return open_page


@pytest.fixture(scope="session")
def real_site():
    """The site of this repository, as `make site` built it."""
    with BuiltSite(ROOT / "_site", ROOT).served() as site:
        yield site


@pytest.fixture(scope="session")
def sample_site(tmp_path_factory):
    """`sample/`, which has a page for all that the templates can show, under an address with a path."""
    output = tmp_path_factory.mktemp("sample") / "site"
    folder = Path(__file__).parent / "sample"
    command = [MATERIA, "build", "--site", folder, "--output", output, "--date", "2026-01-15", "--no-cache"]
    subprocess.run([*command, "--quiet"], check=True)
    with BuiltSite(output, folder).served() as site:
        yield site


@pytest.fixture(scope="session", params=["real", "sample"])
def site(request):
    return request.getfixturevalue(request.param + "_site")


@pytest.fixture(scope="session")
def each_kind(site):
    return of_each_kind(site)


@pytest.fixture(scope="session")
def telephone_walk(site, open_page):
    with open_page(320, 568) as page:
        return walks.on_a_telephone(site, page)


@pytest.fixture(scope="session")
def desk_walk(site, open_page):
    with open_page() as page:
        return walks.on_a_desk(site, page)


@pytest.fixture(scope="session")
def plain_walk(site, open_page):
    with open_page(java_script_enabled=False) as page:
        return walks.without_scripts(site, page)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    """Tests that share a walk run in one process: the walk is made once."""
    for item in items:
        shared = [name for name in item.fixturenames if name in SHARED]
        if shared:
            given = item.callspec.params if hasattr(item, "callspec") else {}
            item.add_marker(pytest.mark.xdist_group(f"{shared[0]} {given.get('site')} {given.get(shared[0])}"))


@pytest.fixture
def open_sample(sample_site, open_page):
    """A page of the sample, without the service worker, which has tests of its own; `engine` stands in for search."""
    opened = []

    def open_at(address="/", width=1280, engine=None, **settings):
        settings.setdefault("service_workers", "block")
        opened.append(open_page(width, **settings))
        page = opened[-1].__enter__()
        page.errors = []
        page.on("pageerror", lambda error: page.errors.append(str(error)))
        if engine:
            page.route("**/search.js", lambda route: route.fulfill(body=engine, content_type="text/javascript"))
        page.goto(sample_site.url(address))
        return page

    yield open_at
    for page in opened:
        page.__exit__(None, None, None)
