"""Of each kind of page one: what is slow to test is not tested on a hundred pages that are alike.

A kind is what a page is made for, in its language, and whatever else it shows that no page before it did.
"""

import re


def template(site, page):
    if page.is_written:
        kind = "section" if page.is_section else page.facts["kind"]
        return (kind, page.facts["status"], site.language(page))
    parts = [part for part in page.address.split("/") if part]
    if parts[:1] == [site.language(page)]:
        parts = parts[1:]
    return (*parts[:1], len(parts), site.language(page))


def shown(html):
    """Names of elements, classes, roles and states."""
    classes = {name for names in re.findall(r'class="([^"]*)"', html) for name in names.split()}
    return classes | set(re.findall(r"<[a-z]\w*|\brole=\S+|\baria-[a-z]+", html))


def is_handbook(page):
    """Made of all other pages, and slow to look at in a browser."""
    return page.address.endswith("/handbook/")


def of_each_kind(site):
    """The longest page of each template and language, and each further one with something that is new."""
    html = {page: site.html(page) for page in site.pages if not is_handbook(page)}
    longest = {}
    for page in sorted(html, key=lambda page: (-len(html[page]), page.address)):
        longest.setdefault(template(site, page), page)
    chosen = list(longest.values())
    known = set().union(*(shown(html[page]) for page in chosen))
    for page in html:
        if not shown(html[page]) <= known:
            known |= shown(html[page])
            chosen.append(page)
    return chosen
