"""What is kept for readers without a network is of one build, and is not what was taken down."""

import re
import shutil
import subprocess

import pytest
from conftest import MATERIA

from built_site import BuiltSite

SETTINGS = "title: A small guide\nbaseURL: https://example.org/guide/\nprofile: health\nchecks: {readability: off}\n"
CRISIS = ('message: "**Need help?** {lines}"\n'
          'lines: [{country: US, name: A line, call: "988", verifiedOn: 2026-01-10, sourceURL: https://example.org}]\n')


def written(title, more="", body="Words.\n"):
    return f"---\ntitle: {title}\ndescription: About it\ndate: 2026-01-01\n{more}---\n\n{body}"


@pytest.fixture
def guide(tmp_path):
    """A site that a test may change and build again while it is served."""
    source = tmp_path / "source"
    for path, text in {
        "materia.yaml": SETTINGS, "Content/Data/crisis.yaml": CRISIS, "Content/index.md": written("Home"),
        "Content/safety/heart.md": written("Heart", "kind: safety\n"), "Content/other/one.md": written("One"),
        "Content/other/two.md": written("Two"),
    }.items():
        file = source / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    class Guide:
        folder = source

        def change(self, path, text):
            (source / path).write_text(text, encoding="utf-8")
            self.build()

        def build(self):
            fresh = tmp_path / "fresh"
            subprocess.run([MATERIA, "build", "--site", source, "--output", fresh, "--date", "2026-01-15", "--quiet"],
                           check=True)
            shutil.rmtree(tmp_path / "site", ignore_errors=True)
            shutil.copytree(fresh, tmp_path / "site")

    guide = Guide()
    guide.build()
    with BuiltSite(tmp_path / "site", source).served() as site:
        guide.url = site.url
        yield guide


def caches(page):
    return page.evaluate("""async () => Object.fromEntries(await Promise.all((await caches.keys()).map(async name =>
        [name, (await (await caches.open(name)).keys()).map(request => new URL(request.url).pathname)])))""")


def wait_for(page, is_so):
    for _ in range(150):
        if is_so(caches(page)):
            return
        page.wait_for_timeout(100)
    raise AssertionError(caches(page))


def paths(kept):
    return {path for some in kept.values() for path in some}


def versions(kept):
    """Of caches that hold something: to look into one that has just been deleted makes it anew, and empty."""
    return {name.split(" ")[-1] for name, some in kept.items() if some and not name.endswith("index")}


def wait_for_the_next_build(page, before, *kept):
    """Until its worker has taken over: Chromium may lose what is asked for while it does."""
    wait_for(page, lambda now: len(versions(now)) == 1 and versions(now) != before and set(kept) <= paths(now))


def visit(page, guide, *addresses):
    for address in addresses:
        page.goto(guide.url(address), wait_until="load")
        page.evaluate("navigator.serviceWorker.ready.then(() => true)")


def test_what_can_go_wrong_is_there_before_it_was_read(guide, open_page):
    with open_page() as page:
        visit(page, guide, "/")
        wait_for(page, lambda kept: {"/guide/safety/heart/", "/guide/crisis/", "/guide/search/index.bin"} <= paths(kept))
        page.context.set_offline(True)
        page.goto(guide.url("/safety/heart/"))
        assert page.locator("h1").inner_text() == "Heart"
        assert page.evaluate("getComputedStyle(document.querySelector('.crisis-strip')).backgroundColor") != "rgba(0, 0, 0, 0)"
        page.goto(guide.url("/crisis/"))
        assert page.locator(".crisis-block a[href^='tel:']").count() == 1


def test_a_new_build_takes_the_place_of_all_of_the_old(guide, open_page):
    with open_page() as page:
        visit(page, guide, "/", "/other/one/", "/other/two/")
        wait_for(page, lambda kept: {"/guide/other/one/", "/guide/other/two/", "/guide/safety/heart/"} <= paths(kept))
        before = versions(caches(page))
        guide.change("Content/other/one.md", written("One, anew"))
        visit(page, guide, "/")
        wait_for_the_next_build(page, before, "/guide/other/one/", "/guide/other/two/", "/guide/safety/heart/",
                                "/guide/site.css")
        page.context.set_offline(True)
        page.goto(guide.url("/other/one/"))
        assert page.locator("h1").inner_text() == "One, anew"
        page.goto(guide.url("/other/two/"))
        assert page.locator("h1").inner_text() == "Two"


def test_a_page_that_was_taken_down_is_not_shown_from_a_copy(guide, open_page):
    with open_page() as page:
        visit(page, guide, "/other/one/", "/safety/heart/", "/")
        wait_for(page, lambda kept: {"/guide/other/one/", "/guide/safety/heart/"} <= paths(kept))
        before = versions(caches(page))
        guide.change("Content/other/one.md", written("One", "withdrawn: {date: 2026-01-10, reason: It was wrong.}\n"))
        visit(page, guide, "/")
        wait_for_the_next_build(page, before, "/guide/safety/heart/")
        assert "/guide/other/one/" not in paths(caches(page))
        page.context.set_offline(True)
        page.goto(guide.url("/safety/heart/"))
        assert page.locator("h1").inner_text() == "Heart"
        with pytest.raises(Exception, match=re.compile("ERR_(FAILED|INTERNET_DISCONNECTED)")):
            page.goto(guide.url("/other/one/"))


def test_what_is_deleted_goes_with_the_next_build(guide, open_page):
    with open_page() as page:
        visit(page, guide, "/other/two/", "/other/one/", "/")
        wait_for(page, lambda kept: {"/guide/other/one/", "/guide/other/two/"} <= paths(kept))
        (guide.folder / "Content/other/two.md").unlink()
        guide.build()
        visit(page, guide, "/")
        wait_for(page, lambda kept: "/guide/other/two/" not in paths(kept) and "/guide/other/one/" in paths(kept))
