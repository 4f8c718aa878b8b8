"""The search page: links to searches, the way back, and what to do where nothing is found."""

from searching import ENGINE, box, options, results, said, spoken


def test_a_link_to_a_search_shows_its_results(open_sample):
    page = open_sample("/search/#q=spravato")
    results(page).first.wait_for()
    assert page.locator("#search-words").input_value() == "spravato"
    assert "‘spravato’ is also looked for as ‘esketamine’" in said(page).lower()
    assert "esketamine" in results(page).first.locator("mark").first.inner_text().lower()


def test_results_are_headings_with_links(open_sample):
    page = open_sample("/search/#q=how long esketamine lasts")
    results(page).first.wait_for()
    assert results(page).first.locator("h2 a").get_attribute("href").endswith("/treatment/hostile/")
    assert results(page).first.locator(".where a").get_attribute("href").endswith("#how-long-esketamine-lasts")
    assert page.locator("main [role=listbox]").count() == 0


def test_the_address_follows_what_is_typed(open_sample, sample_site):
    page = open_sample("/search/")
    length = page.evaluate("history.length")
    page.locator("#search-words").press_sequentially("bad & good")
    page.wait_for_url(sample_site.url("/search/#q=bad%20%26%20good"))
    assert page.evaluate("history.length") == length


def test_the_back_button_leads_to_the_search_before(open_sample):
    page = open_sample("/search/#q=esketamine")
    results(page).first.wait_for()
    page.locator("#search-words").fill("headache")
    page.keyboard.press("Enter")
    page.wait_for_function("() => location.hash === '#q=headache'")
    page.go_back()
    page.wait_for_function("() => document.querySelector('#search-words').value === 'esketamine'")
    results(page).first.wait_for()
    page.go_forward()
    page.wait_for_function("() => document.querySelector('#search-words').value === 'headache'")


def test_the_back_button_leads_from_a_result_to_the_results(open_sample, sample_site):
    page = open_sample("/search/")
    page.locator("#search-words").press_sequentially("esketamine")
    results(page).first.locator("h2 a").click()
    page.wait_for_url("**/treatment/**")
    page.go_back()
    results(page).first.wait_for()
    assert page.url == sample_site.url("/search/#q=esketamine")


def test_the_box_in_the_header_searches_on_the_search_page_too(open_sample):
    page = open_sample("/search/#q=headache")
    box(page).fill("esketamine")
    page.keyboard.press("Enter")
    page.wait_for_function("() => document.querySelector('#search-words').value === 'esketamine'")


def test_more_results_come_by_ten_and_take_the_focus(open_sample):
    page = open_sample("/search/#q=words", engine=ENGINE)
    results(page).nth(9).wait_for()
    assert page.locator(".search-count").inner_text() == "Pages found: 23"
    for shown in (20, 23):
        page.locator(".search-more").click()
        results(page).nth(shown - 1).wait_for()
        assert page.evaluate("document.activeElement.textContent") == f"Result {(shown - 1) // 10 * 10 + 1}"
    assert not page.locator(".search-more").is_visible()


def test_what_was_meant_is_told_or_offered(open_sample):
    page = open_sample("/search/#q=swapped", engine=ENGINE)
    results(page).first.wait_for()
    assert said(page) == "Showing results for ‘ketamine’."
    page.locator("#search-words").fill("offered")
    page.get_by_role("button", name="Did you mean ‘hydralazine’?").click()
    page.wait_for_function("() => location.hash === '#q=hydralazine'")
    page.go_back()
    page.wait_for_function("() => location.hash === '#q=swapped'")


def test_a_search_that_finds_nothing_leads_on(open_sample):
    page = open_sample("/search/#q=qqqqzzzzqqqq")
    page.locator(".search-tips").wait_for()
    assert page.locator(".search-count").inner_text() == "We found nothing for ‘qqqqzzzzqqqq’."
    links = page.locator(".search-ways a").evaluate_all("links => links.map(link => link.pathname)")
    assert [link.split("/guide")[1] for link in links] == ["/a-z/", "/"]
    assert spoken(page, ".search-page [role=status]") == "We found nothing for ‘qqqqzzzzqqqq’."


def test_an_index_that_does_not_come_is_told(open_sample, sample_site):
    page = open_sample("/")
    page.route("**/index.bin", lambda route: route.abort())
    page.goto(sample_site.url("/search/#q=esketamine"))
    page.get_by_text("Search does not work right now.").first.wait_for()
    assert page.locator(".search-ways a").first.is_visible()
    box(page).fill("esketamine")
    assert options(page).first.get_attribute("href").endswith("/a-z/")
    page.unroute("**/index.bin")
    page.locator("#search-words").fill("esketamine lasts")
    results(page).first.wait_for()
    assert page.errors == []


def test_without_javascript_the_way_to_all_pages_stands_there(open_sample):
    page = open_sample("/search/", java_script_enabled=False)
    assert page.locator(".finder a").get_attribute("href").endswith("/a-z/")
    assert "Search needs JavaScript" in page.locator("main").inner_text()
    assert page.locator("main a[href$='/a-z/']").is_visible()
    assert page.locator("input:visible, button:visible").count() == 0


def test_the_key_can_be_switched_off(open_sample):
    page = open_sample("/search/")
    page.locator(".search-key input").uncheck()
    page.reload()
    assert not page.locator(".search-key input").is_checked()
    page.locator("body").press("/")
    assert page.evaluate("document.activeElement.tagName") == "BODY"
    page.locator(".search-key input").check()
    page.locator("h1").click()
    page.locator("body").press("/")
    assert page.evaluate("document.activeElement.id") == "search-words"
