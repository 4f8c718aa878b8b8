"""The preview follows each save, and tells what is wrong where one looks."""

import shutil
import signal
import time

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from conftest import MATERIA, ROOT
from preview import Preview, article, eventually, long_body, write_site

HEART = "Content/safety/heart.md"


@pytest.fixture
def preview(tmp_path):
    folder = tmp_path / "site"
    write_site(folder)
    with Preview(MATERIA, folder) as preview:
        yield preview
        assert not (folder / "_site").exists(), "the preview wrote something"


@pytest.fixture
def page(open_page, preview):
    with open_page() as page:
        page.failures = []
        page.on("pageerror", lambda error: page.failures.append(str(error)))
        page.on("console", lambda line: page.failures.append(line.text) if line.type == "error" else None)
        yield page
        # Browsers tell of each page that is not there, and of a server that is gone.
        assert [text for text in page.failures if "404" not in text and "WebSocket" not in text] == []


def follows(page):
    """Waits until the page hears of changes."""
    page.wait_for_function("() => performance.getEntriesByType('resource').some(e => e.name.includes('preview.css'))")
    page.wait_for_timeout(150)


def look_at(page, preview, address):
    page.goto(preview.url(address))
    follows(page)


def test_a_save_shows_and_the_page_stays_where_it_was(page, preview):
    look_at(page, preview, "/safety/heart/")
    page.evaluate("scrollTo(0, 600)")
    preview.write(HEART, article("Heart", long_body("Second words.")))
    expect(page.get_by_text("Second words.")).to_be_attached()
    page.wait_for_function("() => Math.abs(scrollY - 600) < 2")


def test_a_page_changes_where_it_stands(page, preview):
    look_at(page, preview, "/safety/heart/")
    page.evaluate("window.isSamePage = true")
    preview.write(HEART, article("Heart", long_body("Second *words*.") + "\n\nOne more paragraph."))
    expect(page.get_by_text("One more paragraph.")).to_be_attached()
    expect(page.locator("main em")).to_have_text("words")
    preview.write(HEART, article("The heart", long_body("Third words.")))
    expect(page.get_by_role("heading", level=1)).to_have_text("The heart")
    expect(page).to_have_title("The heart – Preview")
    expect(page.get_by_text("One more paragraph.")).to_have_count(0)
    preview.write("materia.yaml", "title: Another\nlanguage: en\n")
    expect(page).to_have_title("The heart – Another")
    assert page.evaluate("window.isSamePage")
    # It is the page that a browser would load.
    shown = page.evaluate("document.querySelector('main').outerHTML")
    page.reload()
    assert page.evaluate("document.querySelector('main').outerHTML") == shown


def test_a_page_with_scripts_of_its_own_loads_anew(page, preview):
    preview.write("Templates/article.mustache", "<!DOCTYPE html><html lang=en><head><title>x</title></head>"
                  "<body><main>{{{body}}}</main><script src=/own.js></script></body></html>")
    preview.write("Public/own.js", "document.querySelector('main').dataset.made = document.querySelector('p').textContent")
    look_at(page, preview, "/safety/heart/")
    preview.write(HEART, article("Heart", "Second words."))
    expect(page.locator("main")).to_have_attribute("data-made", "Second words.")


def test_a_title_shows_on_other_pages(page, preview):
    look_at(page, preview, "/safety/")
    preview.write(HEART, article("The heart and its work"))
    expect(page.locator("main").get_by_text("The heart and its work")).to_be_visible()


def test_an_error_lies_over_the_page_until_it_is_mended(page, preview):
    look_at(page, preview, "/safety/heart/")
    preview.write(HEART, article("Heart", "Broken [words](nowhere.md)."))
    overlay = page.locator("materia-preview .overlay")
    expect(overlay).to_contain_text("there is no page at 'nowhere.md'")
    expect(overlay).to_contain_text("link.missing-page")
    expect(overlay.locator("mark")).to_have_text("[words](nowhere.md)")
    assert overlay.get_by_role("link", name="Open in editor").get_attribute("href").startswith("vscode://file/")
    expect(page.get_by_text("First words.")).to_be_attached()
    page.reload()
    expect(overlay).to_be_visible()
    expect(page.get_by_text("First words.")).to_be_attached()
    preview.write(HEART, article("Heart", "Mended words."))
    expect(page.get_by_text("Mended words.")).to_be_visible()
    expect(overlay).to_have_count(0)


def test_an_error_in_front_matter_leaves_the_page_standing(page, preview):
    look_at(page, preview, "/safety/heart/")
    preview.write(HEART, "---\ntitle: [Heart\n---\n\nWords.\n")
    expect(page.locator("materia-preview .overlay")).to_contain_text("yaml.syntax")
    expect(page.get_by_text("First words.")).to_be_attached()
    preview.write(HEART, article("Heart", "First words again."))
    expect(page.get_by_text("First words again.")).to_be_visible()
    expect(page.locator("materia-preview .overlay")).to_have_count(0)


@pytest.mark.parametrize(("path", "broken", "mended"), [
    ("materia.yaml", "title: [\n", "title: Otherwise\n"),
    ("Templates/article.mustache", "{{#page}}", "<!DOCTYPE html><html lang=en><head><title>x</title></head>"
     "<body><main>Otherwise {{{body}}}</main></body></html>"),
    ("Content/Data/glossary.csv", "nonsense\n", "term,aliases,definition,category\nwords,,Otherwise,\n"),
])
def test_an_error_of_the_site_lies_over_all_pages_until_it_is_mended(page, preview, path, broken, mended):
    look_at(page, preview, "/safety/heart/")
    preview.write(path, broken)
    expect(page.locator("materia-preview .overlay")).to_contain_text(path)
    expect(page.get_by_text("First words.")).to_be_attached()
    preview.write(path, mended)
    expect(page.locator("materia-preview .overlay")).to_have_count(0)
    page.wait_for_function("() => document.documentElement.outerHTML.includes('Otherwise')")


def test_warnings_lead_to_their_place(page, preview):
    preview.write(HEART, article("Heart", long_body("First words.") + "\n\nFor more [click here](brain.md)."))
    look_at(page, preview, "/safety/heart/")
    page.locator("materia-preview").get_by_role("button", name="1 warning").click()
    page.locator("materia-preview a.warning").click()
    assert page.evaluate("document.activeElement.textContent").startswith("For more")
    expect(page.get_by_text("For more")).to_be_in_viewport()


def test_a_page_that_moves_is_found_at_its_new_address(page, preview):
    look_at(page, preview, "/safety/heart/")
    preview.write("Content/safety/brain.md", article("Brain"))
    preview.write("Content/index.md", article("Home"))
    (preview.folder / HEART).rename(preview.folder / "Content/safety/pulse.md")
    expect(page.get_by_role("heading", level=1)).not_to_have_text("Heart")
    look_at(page, preview, "/safety/pulse/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Heart")


def test_a_folder_that_moves_takes_its_pages_along(page, preview):
    (preview.folder / "Content/safety").rename(preview.folder / "Content/care")
    assert eventually(lambda: preview.get("/care/heart/")[0] == 200)
    preview.write("Content/care/heart.md", article("Heart", "Words of the moved page."))
    assert eventually(lambda: b"Words of the moved page." in preview.get("/care/heart/")[2])
    assert preview.get("/safety/heart/")[0] == 404


def test_a_page_that_is_deleted_comes_back_when_it_is_written_again(page, preview):
    look_at(page, preview, "/safety/heart/")
    (preview.folder / HEART).unlink()
    expect(page.get_by_text("First words.")).to_have_count(0)
    preview.write(HEART, article("Heart", "It is back."))
    expect(page.get_by_text("It is back.")).to_be_visible()


def test_a_style_is_exchanged_without_a_reload(page, preview):
    look_at(page, preview, "/safety/heart/")
    preview.write("Public/css/own.css", "main { outline: 8px solid red; }")
    expect(page.locator("main")).to_have_css("outline-width", "8px")
    follows(page)
    page.evaluate("window.isSamePage = true")
    preview.write("Public/css/own.css", "main { outline: 9px solid red; }")
    expect(page.locator("main")).to_have_css("outline-width", "9px")
    assert page.evaluate("window.isSamePage")


def test_two_tabs_follow_each_its_own_page(open_page, preview):
    with open_page() as heart, open_page() as brain:
        look_at(heart, preview, "/safety/heart/")
        look_at(brain, preview, "/safety/brain/")
        brain.evaluate("window.isSamePage = true")
        preview.write(HEART, article("Heart", "For one tab."))
        expect(heart.get_by_text("For one tab.")).to_be_visible()
        assert brain.evaluate("window.isSamePage")
        preview.write("Content/safety/brain.md", article("Brain", "For the other."))
        expect(brain.get_by_text("For the other.")).to_be_visible()


def test_a_hundred_saves_a_second_end_at_the_last(page, preview):
    look_at(page, preview, "/safety/heart/")
    for number in range(200):
        preview.write_in_place(HEART, article("Heart", f"Save {number}."))
        time.sleep(0.01)
    expect(page.get_by_text("Save 199.")).to_be_visible()
    expect(page.locator("materia-preview .overlay")).to_have_count(0)


def test_drafts_and_pages_to_come_are_shown_and_marked(page, preview):
    preview.write("Content/safety/draft.md", article("Draft", more="draft: true\n"))
    preview.write("Content/safety/later.md", article("Later", more="publishDate: 2099-01-01\n"))
    for address in ("/safety/draft/", "/safety/later/"):
        assert eventually(lambda: preview.get(address)[0] == 200)
        page.goto(preview.url(address))
        expect(page.locator(".banner")).to_be_visible()


def test_a_link_to_a_draft_is_told_of_as_check_does(page, preview):
    preview.write("Content/safety/draft.md", article("Draft", more="draft: true\n"))
    look_at(page, preview, "/safety/heart/")
    preview.write(HEART, article("Heart", "See [the draft](draft.md)."))
    expect(page.locator("materia-preview .overlay")).to_contain_text("there is no page at 'draft.md'")


def test_a_server_that_is_started_again_is_found(page, preview):
    look_at(page, preview, "/safety/heart/")
    port = preview.port
    preview.stop()
    preview.write(HEART, article("Heart", "Written meanwhile."))
    with Preview(MATERIA, preview.folder, "--port", str(port)):
        expect(page.get_by_text("Written meanwhile.")).to_be_visible(timeout=10_000)


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_at_once(preview, how):
    assert preview.stop(how) == 0


@pytest.mark.parametrize("look", ["light", "dark"])
def test_the_status_page_has_no_fault_that_axe_knows(tmp_path, open_page, look):
    folder = tmp_path / "guide"
    shutil.copytree(ROOT / "Tests/browser/sample", folder)
    with Preview(MATERIA, folder) as preview, open_page(color_scheme=look) as page:
        for address in ("/_status/", "/_status/?sort=problems&down=1", "/a/guide/treatment/everything/"):
            page.goto(preview.url(address))
            # The page of staff loads itself anew once all pages are read.
            expect(page.locator("main")).not_to_contain_text("still being read", timeout=60_000)
            page.wait_for_timeout(500)
            found = Axe().run(page, options={"rules": {"target-size": {"enabled": True}}}).response["violations"]
            assert [(it["id"], [node["html"] for node in it["nodes"][:3]]) for it in found] == []


def test_the_status_page_tells_and_sorts(page, preview):
    preview.write("Content/safety/brain.md", article("Brain", "Broken [link](nowhere.md)."))
    page.goto(preview.url("/_status/"))
    expect(page.locator("main")).not_to_contain_text("still being read", timeout=10_000)
    row = page.get_by_role("row").filter(has_text="Brain")
    expect(row).to_contain_text("1 error")
    expect(page.locator("#broken + ul")).to_contain_text("Brain")
    expect(page.locator("#orphans + ul")).to_contain_text("Brain")
    expect(page.locator("#words + ul")).to_contain_text("Placebo")
    head = page.get_by_role("columnheader", name="Problems").get_by_role("link")
    head.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("columnheader", name="Problems")).to_have_attribute("aria-sort", "descending")
    expect(page.locator("tbody tr").first).to_contain_text("Brain")
    page.get_by_role("searchbox").fill("heart")
    page.keyboard.press("Enter")
    expect(page.locator("tbody tr")).to_have_count(1)


def test_search_and_lists_are_those_of_the_site(page, preview):
    page.goto(preview.url("/search/#q=paragraph"))
    expect(page.locator("main").get_by_role("link", name="Heart").first).to_be_visible(timeout=10_000)
    for address in ("/a-z/", "/updates/", "/glossary/", "/feed.xml", "/sitemap.xml", "/robots.txt", "/site.json"):
        assert preview.get(address)[0] == 200, address
