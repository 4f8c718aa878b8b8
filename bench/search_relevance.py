"""How well pages are found: the Cranfield collection's questions, and titles with a slip of the finger."""

from __future__ import annotations

import importlib.util
import json
import os
import random
import string
import sys
from pathlib import Path

import programs

ENGINES = ("materia", "pagefind")
MISTYPED = "titles with one typo"
MOST_RESULTS = 100
TYPO_COUNT = 500
SHORTEST_MISTYPED = 4
SEED = 4


class Cranfield:
    """The collection, read where it lies: it has no licence, so nothing of it is copied."""

    def __init__(self, folder: Path) -> None:
        self._data = folder / "cranfield"
        self._score = _module(folder / "score.py")
        self.documents = _lines(self._data / "docs.jsonl")
        self.questions = _lines(self._data / "queries.jsonl")
        self.short = _lines(self._data / "queries-short.jsonl")

    @staticmethod
    def folder() -> Path:
        """`RELEVANCE_DIR`, or `../shared/bench/relevance` from the project's folder."""
        return Path(os.environ.get("RELEVANCE_DIR", programs.BENCH.parent.parent / "shared/bench/relevance"))

    @classmethod
    def find(cls) -> Cranfield | None:
        folder = cls.folder()
        return cls(folder) if (folder / "score.py").is_file() and (folder / "cranfield").is_dir() else None

    def scores(self, browser) -> dict[str, dict[str, dict[str, float]]]:
        """What each engine reaches, by the kind of queries and then by measure."""
        found = {}
        for name, queries in (("questions", self.questions), ("two words", self.short)):
            runs = {engine: self._run(browser, engine, queries, MOST_RESULTS) for engine in ENGINES}
            found[name] = self._scores("qrels", runs, ("ndcg@10", "mrr@10", "recall@100", "empty"))
            found[f"{name}, graded"] = self._scores("qrels-graded", runs, ("ndcg@10",))
        found[MISTYPED] = self._scores_of_mistyped(browser)
        return found

    def _scores(self, judgments: str, runs: dict[str, dict], measures: tuple[str, ...]) -> dict[str, dict[str, float]]:
        judged = self._score.read_qrels(self._data / f"{judgments}.tsv")
        means = {engine: self._score.score(judged, run)[0] for engine, run in runs.items()}
        return {engine: {measure: mean[measure] for measure in measures} for engine, mean in means.items()}

    def _scores_of_mistyped(self, browser) -> dict[str, dict[str, float]]:
        mistyped = self.mistyped_titles()
        judged = {query["id"]: {query["id"]: 1} for query in mistyped}
        found = {}
        for engine in ENGINES:
            run = self._run(browser, engine, mistyped, 10)
            mean = self._score.score(judged, run)[0]
            first = sum(run[id][:1] == [id] for id in judged) / len(judged)
            found[engine] = {"ndcg@10": mean["ndcg@10"], "first": first, "success@10": mean["success@10"],
                             "empty": mean["empty"]}
        return found

    def _run(self, browser, engine: str, queries: list[dict], limit: int) -> dict[str, list[str]]:
        found = browser.ranked(engine, [query["text"] for query in queries], limit)
        # An address is /docs/d17/.
        return {query["id"]: [address.rstrip("/").rsplit("/d", 1)[-1] for address in addresses]
                for query, addresses in zip(queries, found)}

    def mistyped_titles(self) -> list[dict]:
        """The same at every run. Titles that several documents have cannot tell which is meant."""
        generator = random.Random(SEED)
        titles = [document["title"] for document in self.documents]
        usable = [document for document in self.documents
                  if titles.count(document["title"]) == 1 and _long_words(document["title"])]
        chosen = generator.sample(usable, min(TYPO_COUNT, len(usable)))
        return [{"id": document["id"], "text": mistyped(document["title"], generator)} for document in chosen]


def mistyped(text: str, generator: random.Random) -> str:
    """One letter of one word changed, dropped, or swapped with its neighbour."""
    words = text.split()
    at = generator.choice(_long_words(text))
    word, slip = words[at], generator.choice(("change", "drop", "swap"))
    swaps = [i for i in range(len(word) - 1) if word[i] != word[i + 1]]
    place = generator.choice(swaps if slip == "swap" else range(len(word)))
    if slip == "swap":
        ending = word[place + 1] + word[place] + word[place + 2:]
    elif slip == "drop":
        ending = word[place + 1:]
    else:
        other = generator.choice([letter for letter in string.ascii_lowercase if letter != word[place]])
        ending = other + word[place + 1:]
    words[at] = word[:place] + ending
    return " ".join(words)


def _long_words(text: str) -> list[int]:
    return [i for i, word in enumerate(text.split()) if len(word) >= SHORTEST_MISTYPED and word.isalpha()]


def _lines(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text().splitlines()]


def _module(path: Path):
    sys.dont_write_bytecode = True
    spec = importlib.util.spec_from_file_location(path.stem, path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
