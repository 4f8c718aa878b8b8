"""What the figures of bench/search.py say: the rows of each site, their ratios, and whether each target is reached."""

from __future__ import annotations

import statistics
from dataclasses import dataclass, field

from measure import Cost
from report import median
from search_browser import FirstQuery
from search_relevance import ENGINES, MISTYPED
from search_server import sent_bytes
from search_sites import SearchSite

WHOLE_SIZE = 1_000
BUCKETS_SIZE = 10_000
MEASURE_NAMES = {"ndcg@10": "nDCG@10", "mrr@10": "MRR@10", "recall@100": "recall@100", "empty": "empty answers",
                 "first": "page is first", "success@10": "page is among ten"}
LEAST_NDCG = {"questions": 0.40, MISTYPED: 0.98}


@dataclass(frozen=True)
class Row:
    """Figures of both; of several, the median is shown and the greatest, which a target is held against."""

    words: str
    materia: list[float]
    pagefind: list[float] = field(default_factory=list)
    digits: int = 0
    most: float | None = None
    least: float | None = None

    def line(self) -> str:
        cells = f"{self.words:46}{self._cell(self.materia):>18}{self._cell(self.pagefind):>18}{self._ratio():>9}"
        return (cells + self._verdict()).rstrip()

    def _cell(self, values: list[float]) -> str:
        if not values:
            return "–"
        middle, greatest = (f"{value:,.{self.digits}f}" for value in (statistics.median(values), max(values)))
        return middle if middle == greatest else f"{middle} (–{greatest})"

    def _ratio(self) -> str:
        if not self.materia or not self.pagefind or not statistics.median(self.pagefind):
            return ""
        return f"×{statistics.median(self.materia) / statistics.median(self.pagefind):.3g}"

    def _verdict(self) -> str:
        if self.most is not None:
            return f"  at most {self.most:g}: {'reached' if max(self.materia) <= self.most else 'missed'}"
        if self.least is not None:
            return f"  at least {self.least:g}: {'reached' if min(self.materia) >= self.least else 'missed'}"
        return ""


def heading(site: SearchSite) -> str:
    title = f"{site.name} ({site.page_count:,} pages searched)"
    return f"{title:46}{'Materia':>18}{'Pagefind':>18}{'ratio':>9}  target"


def build_rows(site: SearchSite, costs: dict[str, list[Cost]]) -> list[Row]:
    is_large = site.size == BUCKETS_SIZE
    more = {name: median(costs["with"], name) - median(costs["without"], name)
            for name in ("wall_seconds", "cpu_seconds", "peak_megabytes")}
    theirs = {name: [median(costs["pagefind"], name)] for name in more}
    files = site.index_files()
    stored = {engine: [sum(path.stat().st_size for path in paths) / 1e6] for engine, paths in files.items()}
    sent = {engine: [sum(map(sent_bytes, paths)) / 1e6] for engine, paths in files.items()}
    code = {engine: [sum(map(sent_bytes, paths)) / 1e3] for engine, paths in site.code_files().items()}
    return [
        Row("build of the index, wall s", [more["wall_seconds"]], theirs["wall_seconds"], 2, 3 if is_large else None),
        Row("build of the index, CPU s", [more["cpu_seconds"]], theirs["cpu_seconds"], 2),
        Row("peak memory, MB (Materia: pages too)", [median(costs["with"], "peak_megabytes")],
            theirs["peak_megabytes"]),
        Row("  of it for the index, MB", [more["peak_megabytes"]], most=300 if is_large else None),
        Row("index, MB as stored", stored["materia"], stored["pagefind"], 2),
        Row("index, MB gzipped", sent["materia"], sent["pagefind"], 2, 3.5 if is_large else None),
        Row("index, files", [len(files["materia"])], [len(files["pagefind"])], 0, 1_000 if is_large else None),
        Row("code of the engine, kB gzipped", code["materia"], code["pagefind"], 2, 12),
    ]


def browser_rows(site: SearchSite, firsts: dict[str, dict[str, list[FirstQuery]]],
                 keystrokes: dict[str, dict[str, list[float]]]) -> list[Row]:
    rows = _whole_rows(site, firsts["materia"]) if "partial" in firsts["materia"] else []
    is_large = site.size == BUCKETS_SIZE
    for kind in ("one word", "two words", "prefix", "mistyped"):
        ours, theirs = firsts["materia"][kind], firsts["pagefind"][kind]
        # No target is set for a query with a slip in it, which needs the whole vocabulary.
        most_kilobytes, most_trips = (60, 3) if is_large and kind != "mistyped" else (None, None)
        rows += [
            Row(f"first query, {kind}: kB", _kilobytes(ours), _kilobytes(theirs), 1, most_kilobytes),
            Row("  requests", _each(ours, "requests"), _each(theirs, "requests")),
            Row("  round trips", _each(ours, "round_trips"), _each(theirs, "round_trips"), 0, most_trips),
            Row("  ms, each round trip 50", _each(ours, "milliseconds"), _each(theirs, "milliseconds")),
            Row("  queries without a result, of five", [_each(ours, "found").count(0)],
                [_each(theirs, "found").count(0)]),
        ]
    # What is fetched for some queries only tells of them. Files that all queries have in common do not.
    telling = {engine: [_telling(firsts[engine])] for engine in ENGINES}
    rows.append(Row("files that depend on what was typed", telling["materia"], telling["pagefind"], 0,
                    0 if site.size == WHOLE_SIZE else None))
    # Above the limit of the whole layout a new word's time is the time of its files.
    fetches = telling["materia"] != [0]
    for when, words, most in (("new", "keystroke to results, ms", None if fetches else 10),
                              ("again", "  typed a second time, ms", 10)):
        rows.append(Row(words, keystrokes["materia"][when], keystrokes["pagefind"][when], 1, most))
    return rows


def _whole_rows(site: SearchSite, ours: dict[str, list[FirstQuery]]) -> list[Row]:
    is_small = site.size == WHOLE_SIZE
    partial = ours["partial"]
    index = sum(map(sent_bytes, site.index_files()["materia"])) + sum(map(sent_bytes, site.code_files()["materia"]))
    return [
        Row("all that is ever fetched, with all code, kB", [(index + site.interface_bytes()) / 1e3], [], 0,
            300 if is_small else None),
        Row("first partial answer, kB", _kilobytes(partial), [], 1, 80 if is_small else None),
        Row("  requests", _each(partial, "requests")),
        Row("  round trips", _each(partial, "round_trips"), [], 0, 2 if is_small else None),
        Row("  ms, each round trip 50", _each(partial, "milliseconds")),
    ]


def _each(queries: list[FirstQuery], name: str) -> list[float]:
    return [getattr(query, name) for query in queries]


def _kilobytes(queries: list[FirstQuery]) -> list[float]:
    return [query.sent_bytes / 1e3 for query in queries]


def _telling(firsts: dict[str, list[FirstQuery]]) -> int:
    fetched = [query.paths for kind, queries in firsts.items() if kind != "partial" for query in queries]
    return len(frozenset.union(*fetched) - frozenset.intersection(*fetched))


def relevance_rows(scores: dict[str, dict[str, dict[str, float]]]) -> list[Row]:
    return [
        Row(f"{queries}: {MEASURE_NAMES[measure]}", [value], [both["pagefind"][measure]], 3,
            least=LEAST_NDCG.get(queries) if measure == "ndcg@10" else None)
        for queries, both in scores.items() for measure, value in both["materia"].items()]
