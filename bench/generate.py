#!/usr/bin/env python3
"""Writes one site twice: for Materia and for Hugo, from the same articles, the same at every run.

An article is the same file in both, byte for byte. What differs is the settings, the name of a section's page
(`index.md`, `_index.md`) and the pages that Hugo has to be given a file for (a to z, updates).
"""

from __future__ import annotations

import argparse
import datetime
import functools
import random
import shutil
from pathlib import Path

from prose import Outline, Prose, outline_headings
from vocabulary import Vocabulary

SECTION_COUNT = 9
TAG_COUNT = 60
TAGS_PER_ARTICLE = 3
FIRST_DATE = datetime.date(2015, 1, 1)
DAYS = 3_650  # before any build's date, so that no article is one of the future
BASE_URL = "https://bench.example/"


class Corpus:
    """Articles by number. Each has its own random generator, so one can be written without the others."""

    def __init__(self, article_count: int, seed: int) -> None:
        self.article_count = article_count
        self._seed = seed
        self._vocabulary = Vocabulary(seed)
        names = random.Random(f"{seed}:names").sample(self._vocabulary.plain, SECTION_COUNT + TAG_COUNT)
        self.sections = names[:SECTION_COUNT]
        self._tags = names[SECTION_COUNT:]
        # Half of all articles are pointed at before or after they are written; an outline is small.
        self.outline = functools.lru_cache(maxsize=None)(self._outline)

    def _outline(self, number: int) -> Outline:
        generator = random.Random(f"{self._seed}:outline:{number}")
        words = generator.sample(self._vocabulary.plain, generator.randint(3, 6))
        return Outline(
            section=self.sections[number % SECTION_COUNT], slug="-".join(words[:3]) + f"-{number}",
            title=" ".join(words).capitalize(), headings=outline_headings(generator, self._vocabulary))

    def article(self, number: int) -> str:
        outline = self.outline(number)
        generator = random.Random(f"{self._seed}:article:{number}")
        description = " ".join(self._vocabulary.draw(generator, 14)).capitalize()
        date = FIRST_DATE + datetime.timedelta(days=generator.randrange(DAYS))
        tags = ", ".join(generator.sample(self._tags, TAGS_PER_ARTICLE))
        body = Prose(generator, self._vocabulary, lambda: self._destination(generator, outline.section))
        return (f"---\ntitle: {outline.title}\ndescription: {description}\ndate: {date}\ntags: [{tags}]\n"
                f"weight: {generator.randint(1, 100)}\n---\n\n{body.body(outline.headings)}")

    def _destination(self, generator: random.Random, section: str) -> str:
        """Another article's source file, as seen from `section`; one time in three with a heading there."""
        target = self.outline(generator.randrange(self.article_count))
        path = f"{target.slug}.md" if target.section == section else f"../{target.section}/{target.slug}.md"
        if generator.random() < 1 / 3:
            return f"{path}#{target.anchor(generator.randrange(len(target.headings)))}"
        return path

    def section_page(self, number: int) -> str:
        generator = random.Random(f"{self._seed}:section:{number}")
        title = self.sections[number].capitalize()
        words = self._vocabulary.draw(generator, 40)
        description, body = " ".join(words[:10]).capitalize(), " ".join(words[10:]).capitalize()
        return f"---\ntitle: {title}\ndescription: {description}\nweight: {number + 1}\n---\n\n{body}.\n"


HOME = """---
title: Benchmark
description: Made-up articles to measure with
---

Nothing here means anything.
"""


def write_materia_site(corpus: Corpus, folder: Path) -> None:
    write(folder / "materia.yaml", f"title: Benchmark\nbaseURL: {BASE_URL}\nprofile: plain\n")
    write(folder / "Content/index.md", HOME)
    for number, section in enumerate(corpus.sections):
        write(folder / "Content" / section / "index.md", corpus.section_page(number))


def write_hugo_site(corpus: Corpus, folder: Path) -> None:
    shutil.copytree(Path(__file__).parent / "hugo", folder)
    write(folder / "content/_index.md", HOME)
    for number, section in enumerate(corpus.sections):
        write(folder / "content" / section / "_index.md", corpus.section_page(number))
    for name, title in (("a-z", "A to Z"), ("updates", "Updates")):
        front_matter = f"---\ntitle: {title}\nlayout: {name}\nbuild: {{list: never}}\n---\n"
        write(folder / "content" / f"{name}.md", front_matter)


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())


def main() -> None:
    parser = argparse.ArgumentParser(description="Write the benchmark's site for Materia and for Hugo.")
    parser.add_argument("--articles", type=int, required=True)
    parser.add_argument("--materia", type=Path, required=True, help="folder to make for Materia")
    parser.add_argument("--hugo", type=Path, required=True, help="folder to make for Hugo")
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()

    corpus = Corpus(arguments.articles, arguments.seed)
    write_materia_site(corpus, arguments.materia)
    write_hugo_site(corpus, arguments.hugo)
    bytes_written = word_count = 0
    for number in range(arguments.articles):
        outline, text = corpus.outline(number), corpus.article(number)
        name = f"{outline.section}/{outline.slug}.md"
        write(arguments.materia / "Content" / name, text)
        write(arguments.hugo / "content" / name, text)
        bytes_written += len(text.encode())
        word_count += len(text.split())
    print(f"{arguments.articles} articles, on average {bytes_written / arguments.articles / 1000:.1f} kB and "
          f"{word_count / arguments.articles:.0f} words")


if __name__ == "__main__":
    main()
