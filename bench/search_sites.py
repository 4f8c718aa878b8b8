"""The sites that are searched: made-up articles or the Cranfield collection, built by Materia, indexed by both."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import zlib
from pathlib import Path

import programs
from generate import Corpus
from measure import Cost, measure
from search_relevance import Cranfield
from search_server import sent_bytes

PAGEFIND_VERSION = "1.5.2"
# Pages with the index, pages without it, Pagefind's index of the former.
RUNS = ("with", "without", "pagefind")


class WrongOutput(Exception):
    pass


def find_pagefind() -> Path:
    """The very binary: the package's module starts Python first, which must not be counted."""
    cache = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache"))
    folder = cache / "materia-bench" / f"pagefind-{PAGEFIND_VERSION}"
    pattern = "lib/python*/site-packages/pagefind_bin/pagefind"
    if not list(folder.glob(pattern)):
        print(f"installing Pagefind {PAGEFIND_VERSION} into {folder}", file=sys.stderr)
        packages = [f"pagefind=={PAGEFIND_VERSION}", f"pagefind_bin=={PAGEFIND_VERSION}"]
        try:
            subprocess.run([sys.executable, "-m", "venv", "--clear", str(folder)], check=True)
            subprocess.run([str(folder / "bin/pip"), "install", "--quiet", *packages], check=True)
        except (OSError, subprocess.CalledProcessError) as error:
            raise programs.Missing(f"Pagefind {PAGEFIND_VERSION} could not be installed: {error}") from error
    found = list(folder.glob(pattern))
    if not found:
        raise programs.Missing(f"the packages of Pagefind in {folder} have no binary where it was expected")
    return found[0]


class SearchSite:
    """A site's source, its pages as Materia builds them, and Pagefind's files, which lie beside them."""

    name: str
    size: int | None = None
    """How many articles were made up."""
    cranfield: Cranfield | None = None

    def __init__(self, workspace: Path, materia: Path, pagefind: Path) -> None:
        self._materia = materia
        self._pagefind = pagefind
        self._workspace = workspace
        self.source = workspace / "source"
        self.output = workspace / "output"
        self.bundle = workspace / "pagefind"
        self.page_count = 0
        self.write_source()
        self._settings = (self.source / "materia.yaml").read_text()
        content = self.source / "Content"
        self._sections = sorted(path.name for path in content.iterdir() if path.is_dir())

    def write_source(self) -> None:
        raise NotImplementedError

    def _make_up(self, size: int) -> None:
        other = self._workspace / "hugo"
        subprocess.run(
            [sys.executable, str(programs.BENCH / "generate.py"), "--articles", str(size),
             "--materia", str(self.source), "--hugo", str(other)], check=True, stdout=subprocess.DEVNULL)
        shutil.rmtree(other)

    def first_words(self) -> list[list[str]]:
        """Pairs of words to search for when nothing has been fetched."""
        raise NotImplementedError

    def typed(self) -> tuple[list[str], list[str]]:
        """Queries to warm an engine with, and ten others to type."""
        raise NotImplementedError

    def rounds(self, count: int) -> dict[str, list[Cost]]:
        """The cost of each run in turn; the first round is not counted (bench/run.py says why)."""
        results: dict[str, list[Cost]] = {run: [] for run in RUNS}
        for number in range(count + 1):
            for run in ("without", "with", "pagefind"):
                cost = self._pagefind_run() if run == "pagefind" else self._materia_run(is_indexed=run == "with")
                if number > 0:
                    results[run].append(cost)
        self._check()
        return results

    def _materia_run(self, is_indexed: bool) -> Cost:
        shutil.rmtree(self.output, ignore_errors=True)
        excluded = "" if is_indexed else f"search: {{exclude: {json.dumps(self._sections)}}}\n"
        (self.source / "materia.yaml").write_text(self._settings + excluded)
        command = programs.materia_command(self._materia, self.source, self.output, "--no-cache", "--quiet")
        return measure(command, self._workspace)[0]

    def _pagefind_run(self) -> Cost:
        shutil.rmtree(self.bundle, ignore_errors=True)
        # What Materia searches too: not the lists by tag, letter and date.
        names = ",".join(self._sections)
        pages = f"{{{names}}}/**/*.html" if "," in names else f"{names}/**/*.html"
        command = [str(self._pagefind), "--site", str(self.output), "--output-path", str(self.bundle),
                   "--root-selector", "main", "--glob", pages, "--quiet"]
        return measure(command, self._workspace)[0]

    def _check(self) -> None:
        self.page_count = _searched_pages((self.output / "search/index.bin").read_bytes())
        entry = json.loads((self.bundle / "pagefind-entry.json").read_text())
        others = sum(language["page_count"] for language in entry["languages"].values())
        if self.page_count != others:
            raise WrongOutput(f"Materia searches {self.page_count:,} pages, Pagefind {others:,}")

    def index_files(self) -> dict[str, list[Path]]:
        """Files that hold the index, without code."""
        ours = list((self.output / "search").rglob("*.bin"))
        theirs = [path for folder in ("index", "fragment", "filter") for path in (self.bundle / folder).rglob("*.*")]
        theirs += [*self.bundle.glob("*.pf_meta"), self.bundle / "pagefind-entry.json"]
        return {"materia": ours, "pagefind": theirs}

    def code_files(self) -> dict[str, list[Path]]:
        """What an engine's answers need; Pagefind's interface is not among it."""
        theirs = [self.bundle / name for name in ("pagefind.js", "pagefind-worker.js", "wasm.en.pagefind")]
        return {"materia": [self.output / "search.js"], "pagefind": theirs}

    def interface_bytes(self) -> int:
        """What Materia's box and page of search are made of."""
        files = [*self.output.glob("search-*.js"), *self.output.glob("css/search*.css")]
        return sum(sent_bytes(path) for path in files)

    def remove(self) -> None:
        shutil.rmtree(self._workspace, ignore_errors=True)


class MadeUpSite(SearchSite):
    def __init__(self, size: int, *arguments) -> None:
        self.name = f"{size:,} made-up articles"
        self.size = size
        self._corpus = Corpus(size, seed=1)
        super().__init__(*arguments)

    def write_source(self) -> None:
        self._make_up(self.size)

    def first_words(self) -> list[list[str]]:
        return [self._title(number)[1:3] for number in (1, 3, 5, 7, 9)]

    def typed(self) -> tuple[list[str], list[str]]:
        queries = [" ".join(self._title(number)[:2 + number % 2]) for number in range(10, 23)]
        return queries[:3], queries[3:]

    def _title(self, tenth: int) -> list[str]:
        return self._corpus.outline(tenth * self.size // 23).title.lower().split()


class CranfieldSite(SearchSite):
    def __init__(self, cranfield: Cranfield, *arguments) -> None:
        self.name = f"Cranfield, {len(cranfield.documents):,} abstracts"
        self.cranfield = cranfield
        super().__init__(*arguments)

    def write_source(self) -> None:
        folder = self.source / "Content/docs"
        folder.mkdir(parents=True)
        (self.source / "materia.yaml").write_text("title: Cranfield\nbaseURL: https://bench.example/\n")
        (self.source / "Content/index.md").write_text("---\ntitle: Cranfield\n---\n")
        (folder / "index.md").write_text("---\ntitle: Documents\n---\n")
        for document in self.cranfield.documents:
            title = json.dumps(document["title"].strip() or document["id"], ensure_ascii=False)
            text = re.sub(r"[!-/:-@\[-`{-~]", r"\\\g<0>", " ".join(document["text"].split()))
            (folder / f"d{document['id']}.md").write_text(f"---\ntitle: {title}\ndate: 2020-01-01\n---\n\n{text}\n")

    def first_words(self) -> list[list[str]]:
        return [query.split()[:2] for query in self._queries()[:5]]

    def typed(self) -> tuple[list[str], list[str]]:
        queries = self._queries()
        return queries[5:8], queries[8:18]

    def _queries(self) -> list[str]:
        return [query["text"] for query in self.cranfield.short]


class CranfieldAmongSite(CranfieldSite):
    """The same questions where a site is so large that its index is in buckets, and drops words that say little."""

    def __init__(self, size: int, cranfield: Cranfield, workspace: Path, *arguments) -> None:
        self._size = size
        super().__init__(cranfield, workspace, *arguments)
        self.name = f"Cranfield among {size:,} made-up articles"

    def write_source(self) -> None:
        self._make_up(self._size)
        super().write_source()


def _searched_pages(index: bytes) -> int:
    """The count of pages in `index.bin`: a number, three texts and then it."""
    data = zlib.decompress(index)
    at = 0

    def number() -> int:
        nonlocal at
        value = shift = 0
        while True:
            value |= (data[at] & 127) << shift
            at, shift = at + 1, shift + 7
            if data[at - 1] < 128:
                return value

    number()
    for _ in range(3):
        length = number()
        at += length
    return number()
