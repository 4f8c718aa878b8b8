"""Searches in Chromium: what a first query fetches, how long a keystroke takes, what is found."""

from __future__ import annotations

import importlib.util
import statistics
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from programs import Missing
from search_server import PAGE_ADDRESS, SearchServer

# As the browser tests have it: Debian's, or the one that Playwright brought.
CHROMIUM = Path("/usr/bin/chromium")
DELAY_SECONDS = 0.05


@dataclass(frozen=True)
class FirstQuery:
    """What stands between a page without search and an answer."""

    requests: int
    sent_bytes: int
    round_trips: int
    milliseconds: float
    found: int
    paths: frozenset[str]


@dataclass(frozen=True)
class Request:
    path: str
    start: float
    end: float


def check_playwright() -> None:
    if importlib.util.find_spec("playwright") is None:
        raise Missing("Python's package playwright is missing: use 'make bench-search', "
                      "or 'scripts/install test' and then .venv/bin/python")


@contextmanager
def chromium():
    # Not at the top: what it adds to this process would count as the memory of the builds that come first.
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM if CHROMIUM.exists() else None)
        yield browser
        browser.close()


class SearchBrowser:
    """One site in a browser; each question is asked in a fresh profile."""

    def __init__(self, browser, server: SearchServer) -> None:
        self._browser = browser
        self._server = server

    def version(self) -> str:
        return self._browser.version

    def first_query(self, engine: str, text: str) -> FirstQuery:
        return self._watched("([engine, text]) => bench.first(engine, text)", [engine, text])

    def first_partial_answer(self, text: str) -> FirstQuery:
        return self._watched("(text) => bench.partial(text)", text)

    def keystrokes(self, engine: str, before: list[str], queries: list[str], rounds: int) -> dict[str, list[float]]:
        """Milliseconds for each, the median of the rounds; `new` when it is typed first, `again` later."""
        results = []
        for _ in range(rounds):
            with self._page() as page:
                results.append(page.evaluate("([engine, before, queries]) => bench.typing(engine, before, queries)",
                                             [engine, before, queries]))
        return {when: [statistics.median(times) for times in zip(*(result[when] for result in results))]
                for when in ("new", "again")}

    def ranked(self, engine: str, queries: list[str], limit: int) -> list[list[str]]:
        """The addresses of the results of each query, best first."""
        with self._page() as page:
            return page.evaluate("([engine, queries, limit]) => bench.rank(engine, queries, limit)",
                                 [engine, queries, limit])

    @contextmanager
    def _page(self):
        context = self._browser.new_context()
        page = context.new_page()
        page.set_default_timeout(600_000)
        page.goto(self._server.origin + PAGE_ADDRESS)
        page.wait_for_function("() => window.bench")
        yield page
        context.close()

    def _watched(self, script: str, argument) -> FirstQuery:
        self._server.delay = DELAY_SECONDS
        begun, finished = [], []
        with self._page() as page:
            page.on("request", lambda request: begun.append(request))
            page.on("requestfinished", lambda request: finished.append(request))
            page.on("requestfailed", lambda request: finished.append(request))
            answer = page.evaluate(script, argument)
            while len(finished) < len(begun):
                page.wait_for_timeout(10)
        self._server.delay = 0.0
        requests = [_timed(request) for request in finished]
        # Where the browser says what it had in time for the answer, the rest does not count.
        counted = [request for request in requests if request.path in answer.get("paths", [request.path])]
        paths = [request.path for request in counted]
        return FirstQuery(
            requests=len(paths), sent_bytes=sum(self._server.sent_bytes(path) for path in paths),
            round_trips=round_trips(counted), milliseconds=answer["milliseconds"], found=answer["found"],
            paths=frozenset(paths))


def _timed(request) -> Request:
    timing = request.timing
    return Request(urlsplit(request.url).path, timing["startTime"], timing["startTime"] + timing["responseEnd"])


def round_trips(requests: list[Request]) -> int:
    """The longest chain in which each request starts after the one before has its answer."""
    depths: list[tuple[Request, int]] = []
    for request in sorted(requests, key=lambda request: request.start):
        before = (depth for other, depth in depths if other.end <= request.start)
        depths.append((request, 1 + max(before, default=0)))
    return max((depth for _, depth in depths), default=0)
