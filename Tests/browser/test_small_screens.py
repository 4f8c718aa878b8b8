"""Every page fits a small telephone, which is also a large screen magnified four times."""

HEIGHT = 568


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
