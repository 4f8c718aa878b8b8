import subprocess
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from built_site import BuiltSite

ROOT = Path(__file__).resolve().parents[2]
MATERIA = ROOT / ".build/release/materia"

# Debian's. Elsewhere Playwright uses the one it brought: scripts/install.
CHROMIUM = Path("/usr/bin/chromium")


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
    with BuiltSite(ROOT / "_site").served() as site:
        yield site


@pytest.fixture(scope="session")
def sample_site(tmp_path_factory):
    """`sample/`, which has a page for all that the templates can show, under an address with a path."""
    output = tmp_path_factory.mktemp("sample") / "site"
    folder = Path(__file__).parent / "sample"
    command = [MATERIA, "build", "--site", folder, "--output", output, "--date", "2026-01-15", "--no-cache"]
    subprocess.run([*command, "--quiet"], check=True)
    with BuiltSite(output).served() as site:
        yield site


@pytest.fixture(scope="session", params=["real", "sample"])
def site(request):
    return request.getfixturevalue(request.param + "_site")


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
