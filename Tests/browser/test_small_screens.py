"""Every page fits a small telephone, which is also a large screen magnified four times."""


def test_nothing_scrolls_sideways_at_320_pixels(site, open_page):
    too_wide = {}
    with open_page(320, 568) as page:
        for shown in site.pages:
            page.goto(site.url(shown))
            width = page.evaluate("document.scrollingElement.scrollWidth")
            if width > 320:
                too_wide[shown.address] = width
    assert not too_wide


def test_nothing_scrolls_sideways_when_letters_and_lines_are_set_wide(site, open_page):
    # WCAG 2.2, 1.4.12.
    spacing = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }"
    too_wide = {}
    with open_page(320, 568, bypass_csp=True) as page:
        for shown in site.pages:
            page.goto(site.url(shown))
            page.add_style_tag(content=spacing)
            width = page.evaluate("document.scrollingElement.scrollWidth")
            if width > 320:
                too_wide[shown.address] = width
    assert not too_wide


def test_help_in_a_crisis_is_on_the_first_screen_of_every_page(site, open_page):
    missing = {}
    with open_page(320, 568) as page:
        for shown in site.pages:
            page.goto(site.url(shown))
            strip = page.locator(".crisis-strip")
            call = strip.locator("a[href^='tel:']")
            boxes = [strip.bounding_box(), call.first.bounding_box()] if call.count() else [None]
            if not all(box and box["y"] >= 0 and box["y"] + box["height"] <= 568 for box in boxes):
                missing[shown.address] = boxes
    assert not missing


def test_help_in_a_crisis_comes_before_all_else_when_paging_by_screen_reader(site, open_page):
    before = {}
    with open_page() as page:
        for shown in site.pages:
            page.goto(site.url(shown))
            first = page.evaluate("[...document.body.children].map(element => element.className)[1]")
            if first != "crisis-strip":
                before[shown.address] = first
    assert not before
