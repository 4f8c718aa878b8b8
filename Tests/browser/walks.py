"""Every page of a site, opened once on a telephone, once on a desk and once without scripts, and what was seen there.

A walk only gathers: tests say what is wrong. A new cheap check on every page belongs here, and costs no further visit.
"""

from dataclasses import dataclass, field
from urllib.parse import urldefrag

# WCAG 2.2, 1.4.12.
WIDE = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }"

ON_A_TELEPHONE = """wide => {
    const width = () => document.scrollingElement.scrollWidth
    const edges = element => {
        const box = element.getBoundingClientRect()
        return {top: box.top, bottom: box.bottom, isShown: element.checkVisibility() && box.width > 0}
    }
    const seen = {
        width: width(),
        help: [...document.querySelectorAll(".crisis-strip, .crisis-strip a[href^='tel:']")].slice(0, 2).map(edges),
    }
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(wide)
    document.adoptedStyleSheets = [sheet]
    seen.widthWhenSetWide = width()
    return seen
}"""

# Pictures that load late load when they come into view.
ON_A_DESK = """async () => {
    await Promise.all([...document.images].map(image => (image.loading = 'eager', image.decode())))
    return {
        policy: document.querySelector("meta[http-equiv='Content-Security-Policy']")?.content ?? "",
        protocols: [...new Set([...document.querySelectorAll('a[href]')].map(link => link.protocol))],
        afterSkipLink: document.body.children[1]?.className,
    }
}"""

TO_PRESS = ".menu, .to-menu, .skip, .contents, .pager"

PRINTED = "all => all.filter(one => one.checkVisibility()).map(one => one.className)"

WITHOUT_SCRIPTS = r"""html => {
    const all = selector => [...html.querySelectorAll(selector)]
    const shown = selector => all(selector).filter(element => element.checkVisibility())
    const texts = selector => shown(selector).map(element => element.innerText)
    return {
        links: all("a[href]").map(link => link.href),
        ids: all("[id]").map(element => element.id),
        // As they are written: a style may show a capital.
        titles: shown("main h1").map(element => element.textContent.trim()),
        words: texts("main").join(" ").split(/\s+/).length,
        advice: texts("main .advice"),
        banners: texts("main .banner"),
        noindex: all("meta[name=robots][content=noindex]").length,
        strip: shown(".crisis-strip a[href^='tel:']").map(link => link.getAttribute("href")),
        block: shown(".crisis-block a[href^='tel:']").map(link => link.getAttribute("href")),
    }
}"""


def on_a_telephone(site, page):
    """What is seen of each page, what of it would be printed, and where the first press of the Tab key leads."""
    walk = {}
    for shown in site.pages:
        page.goto(site.url(shown))
        seen = walk[shown] = page.evaluate(ON_A_TELEPHONE, WIDE)
        page.emulate_media(media="print")
        seen["printed"] = page.locator(TO_PRESS).evaluate_all(PRINTED)
        page.emulate_media(media="screen")
        page.keyboard.press("Tab")
        seen["first stop"] = page.evaluate("document.activeElement.getAttribute('href')")
        page.keyboard.press("Enter")
        seen["where it leads"] = page.evaluate("document.activeElement.localName")
    return walk


@dataclass
class Visit:
    """What came of opening every page with all its pictures in view."""

    asked: list = field(default_factory=list)
    failed: list = field(default_factory=list)
    said: list = field(default_factory=list)
    broken: list = field(default_factory=list)
    kept: list = field(default_factory=list)
    seen: dict = field(default_factory=dict)


def on_a_desk(site, page):
    visit, given_up = Visit(), set()

    def failed(request):
        # What was still on its way when the page was left: whether it is there is asked at the end.
        if request.failure == "net::ERR_ABORTED":
            given_up.add(request.url)
        else:
            visit.failed.append((request.url, request.failure))

    page.on("request", lambda request: visit.asked.append(request.url))
    page.on("requestfailed", failed)
    page.on("response", lambda answer: answer.status >= 400 and visit.failed.append((answer.url, answer.status)))
    page.on("console", lambda message: visit.said.append((page.url, message.type, message.text)))
    page.on("pageerror", lambda error: visit.said.append((page.url, "error", str(error))))
    page.add_init_script(
        "window.broken = []; addEventListener('securitypolicyviolation', event => broken.push(event.blockedURI))")
    for shown in site.pages:
        page.goto(site.url(shown))
        visit.seen[shown] = page.evaluate(ON_A_DESK)
        visit.broken += page.evaluate("broken")
    for url in sorted(given_up):
        if not url.startswith(site.origin):
            visit.failed.append((url, "not of this site"))
        elif (status := page.request.get(url).status) != 200:
            visit.failed.append((url, status))
    visit.kept += page.context.cookies()
    visit.kept += page.evaluate("[...Object.keys(localStorage), ...Object.keys(sessionStorage)]")
    return visit


@dataclass
class PlainWalk:
    """What a browser that runs no script shows at each address that links lead to from the home page, and at the rest."""

    site: object
    seen: dict = field(default_factory=dict)
    linked: set = field(default_factory=set)
    lost: list = field(default_factory=list)

    def at(self, page):
        return self.seen[self.site.url(page)]

    def by_address(self, fact):
        return {page.address: self.at(page)[fact] for page in self.site.pages}


def without_scripts(site, page):
    walk = PlainWalk(site)

    def look(url):
        response = page.goto(url)
        if response.status == 200:
            walk.seen[url] = page.locator("html").evaluate(WITHOUT_SCRIPTS)
        else:
            walk.lost.append(url)

    waiting = [site.url("/")]
    while waiting:
        url = waiting.pop()
        if url in walk.linked:
            continue
        walk.linked.add(url)
        look(url)
        targets = (urldefrag(link)[0] for link in walk.seen.get(url, {"links": []})["links"])
        waiting += [target for target in targets
                    if target.startswith(site.origin) and not target.endswith((".xml", ".svg"))]
    for shown in site.pages:
        if site.url(shown) not in walk.linked:
            look(site.url(shown))
    return walk
