"""Every page fits a small telephone, which is also a large screen magnified four times."""

HEIGHT = 568
PHONE = (390, 844)


def test_nothing_scrolls_sideways_at_320_pixels(telephone_walk):
    widths = {page.address: seen["width"] for page, seen in telephone_walk.items()}
    assert {address: width for address, width in widths.items() if width > 320} == {}


def test_nothing_scrolls_sideways_when_letters_and_lines_are_set_wide(telephone_walk):
    widths = {page.address: seen["widthWhenSetWide"] for page, seen in telephone_walk.items()}
    assert {address: width for address, width in widths.items() if width > 320} == {}


def test_help_in_a_crisis_is_on_the_first_screen_of_every_page(telephone_walk):
    def is_on_screen(box):
        return box["isShown"] and box["top"] >= 0 and box["bottom"] <= HEIGHT

    help = {page.address: seen["help"] for page, seen in telephone_walk.items()}
    assert {address: boxes for address, boxes in help.items()
            if len(boxes) != 2 or not all(map(is_on_screen, boxes))} == {}


def test_help_in_a_crisis_comes_before_all_else_when_paging_by_screen_reader(desk_walk):
    first = {page.address: seen["afterSkipLink"] for page, seen in desk_walk.seen.items()}
    assert {address: name for address, name in first.items() if name != "crisis-strip"} == {}


def test_the_text_begins_within_three_screens(real_site, open_page):
    """What must stand before it, the state of the page and of approvals, benefits and harms, is set close on a phone."""
    first = "(document.querySelector('article.text :is(p, li, td)')?.getBoundingClientRect().top ?? 0) + scrollY"
    screens = {}
    with open_page(*PHONE, service_workers="block") as page:
        for written in real_site.pages:
            if written.is_written and not written.is_section:
                page.goto(real_site.url(written), wait_until="load")
                screens[written.address] = page.evaluate(first) / PHONE[1]
    assert {address: count for address, count in screens.items() if count > 3} == {}


def test_a_phone_shows_the_way_to_the_part_and_a_desk_the_whole_way(real_site, open_page):
    for width, links in [(390, 1), (1280, 2)]:
        with open_page(width, service_workers="block") as page:
            page.goto(real_site.url("/evidence/esketamine/"))
            assert page.locator(".breadcrumbs a:visible").count() == links
