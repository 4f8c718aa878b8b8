#!/usr/bin/env python3
"""Searches the same pages with Materia and with Pagefind: what each costs to build, to fetch and to ask, and finds."""

from __future__ import annotations

import argparse
import dataclasses
import json
import shutil
import sys
import tempfile
from pathlib import Path

import programs
import report
import search_report
from measure import CommandFailed, Cost
from run import RAM_DISK, check_ram_disk
from search_browser import FirstQuery, SearchBrowser, check_playwright, chromium
from search_relevance import ENGINES, Cranfield
from search_server import SearchServer
from search_sites import PAGEFIND_VERSION, CranfieldAmongSite, CranfieldSite, MadeUpSite, SearchSite, WrongOutput, find_pagefind


def make_sites(sizes: list[int], among: int, workspace: Path) -> list[SearchSite]:
    found = programs.find_materia(), find_pagefind()
    sites: list[SearchSite] = [MadeUpSite(size, workspace / str(size), *found) for size in sizes]
    cranfield = Cranfield.find()
    if cranfield:
        sites.append(CranfieldSite(cranfield, workspace / "cranfield", *found))
        if among > 0:
            sites.append(CranfieldAmongSite(among, cranfield, workspace / "among", *found))
    else:
        print(f"no relevance: the Cranfield collection is not in {Cranfield.folder()}; "
              "name its folder with the variable RELEVANCE_DIR\n")
    return sites


def first_queries(browser: SearchBrowser, site: SearchSite) -> dict[str, dict[str, list[FirstQuery]]]:
    kinds = {
        "one word": [first for first, _ in site.first_words()],
        "two words": [" ".join(words) for words in site.first_words()],
        "prefix": [first[:4] for first, _ in site.first_words()],
        "mistyped": [first[:2] + first[3:] for first, _ in site.first_words()],
    }
    found = {engine: {kind: [browser.first_query(engine, text) for text in texts] for kind, texts in kinds.items()}
             for engine in ENGINES}
    # An index in buckets answers once, from the buckets of the words.
    if not list((site.output / "search").rglob("w*.bin")):
        found["materia"]["partial"] = [browser.first_partial_answer(text) for text in kinds["two words"]]
    return found


def ask(site: SearchSite, chrome, rounds: int) -> list[search_report.Row]:
    with SearchServer(site.output, site.bundle).running() as server:
        browser = SearchBrowser(chrome, server)
        _progress(f"{site.name}: first queries")
        firsts = first_queries(browser, site)
        _progress(f"{site.name}: typing")
        before, queries = site.typed()
        # Pagefind takes seconds for a letter that many pages have: one round of it is enough to wait for.
        keystrokes = {"materia": browser.keystrokes("materia", before, queries, rounds),
                      "pagefind": browser.keystrokes("pagefind", before, queries, 1)}
        rows = search_report.browser_rows(site, firsts, keystrokes)
        if site.cranfield:
            _progress(f"{site.name}: relevance")
            rows += search_report.relevance_rows(site.cranfield.scores(browser))
        return rows


def compare(sizes: list[int], among: int, rounds: int, workspace: Path) -> dict:
    sites = make_sites(sizes, among, workspace)
    costs: list[dict[str, list[Cost]]] = []
    for site in sites:
        _progress(f"{site.name}: builds")
        costs.append(site.rounds(rounds))
    tables = {}
    with chromium() as chrome:
        versions = programs.versions({"materia": programs.find_materia()})
        versions |= {"pagefind": PAGEFIND_VERSION, "chromium": chrome.version}
        _progress("")
        print(report.machine(versions))
        print(f"median of {rounds} rounds; in parentheses the greatest of several queries or keystrokes")
        for site, cost in zip(sites, costs):
            rows = search_report.build_rows(site, cost) + ask(site, chrome, rounds)
            _progress("")
            print("\n" + "\n".join([search_report.heading(site), *(row.line() for row in rows)]), flush=True)
            warning = report.disturbance(cost)
            if warning:
                print(warning)
            tables[site.name] = [dataclasses.asdict(row) for row in rows]
            site.remove()
    return {"machine": report.machine(versions), "sites": tables}


def _progress(words: str) -> None:
    if sys.stderr.isatty():
        print(f"\r{words:60}\r", end="", file=sys.stderr, flush=True)


def parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default="1000,10000", help="numbers of articles (default 1000,10000)")
    parser.add_argument("--among", type=int, default=0, metavar="N",
                        help="also ask Cranfield's questions where N made-up articles stand beside its own (10000: some minutes)")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--json", type=Path, metavar="FILE", help="write every figure to FILE as well")
    arguments = parser.parse_args()
    try:
        arguments.sizes = [int(size) for size in arguments.sizes.split(",")]
    except ValueError:
        parser.error("--sizes takes whole numbers, with commas between them")
    if min(arguments.sizes) < 25 or arguments.rounds < 1:
        parser.error("sizes are 25 or more, rounds 1 or more")
    return arguments


def main() -> int:
    arguments = parse_arguments()
    workspace = None
    try:
        check_playwright()
        check_ram_disk([sum(arguments.sizes)])
        workspace = Path(tempfile.mkdtemp(prefix="materia-bench-search-", dir=RAM_DISK))
        figures = compare(arguments.sizes, arguments.among, arguments.rounds, workspace)
        if arguments.json:
            arguments.json.write_text(json.dumps(figures, indent=2) + "\n")
    except programs.Missing as error:
        print(f"bench-search: {error}", file=sys.stderr)
        return 2
    except (CommandFailed, WrongOutput) as error:
        print(f"bench-search: {error}", file=sys.stderr)
        return 1
    finally:
        if workspace:
            shutil.rmtree(workspace, ignore_errors=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
