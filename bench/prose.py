"""One article in plain CommonMark: headings, paragraphs, lists, a quotation, code, emphasis and links."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import Callable

from vocabulary import Vocabulary

MEAN_WORD_COUNT = 1_300
# Links of an article to others: about one in three names a heading there.
LINK_COUNT = 12


@dataclass(frozen=True)
class Outline:
    """What other articles may point at."""

    section: str
    slug: str
    title: str
    headings: tuple[tuple[int, str], ...]  # level, text; no text twice, and no level skipped

    def anchor(self, number: int) -> str:
        return github_anchor(self.headings[number][1])


def github_anchor(heading: str) -> str:
    """GitHub's rule: small letters, no punctuation but hyphens, a hyphen for each space."""
    kept = (letter for letter in heading.lower() if letter.isalnum() or letter in " -_")
    return "".join(kept).replace(" ", "-")


def outline_headings(generator: random.Random, vocabulary: Vocabulary) -> tuple[tuple[int, str], ...]:
    headings: list[tuple[int, str]] = []
    # A sample has no word twice, so no two headings of a page are alike.
    words = iter(generator.sample(vocabulary.plain, 80))
    for _ in range(generator.randint(4, 6)):
        headings.append((2, _heading(generator, words)))
        headings.extend((3, _heading(generator, words)) for _ in range(generator.randint(0, 2)))
    return tuple(headings)


def _heading(generator: random.Random, words) -> str:
    text = " ".join(next(words) for _ in range(generator.randint(2, 4)))
    if generator.random() < 0.2:
        text = f"{next(words)}: {text}"
    return text.capitalize()


class Prose:
    """Writes the body of one article. `link` gives the destination of its next link to another."""

    def __init__(self, generator: random.Random, vocabulary: Vocabulary, link: Callable[[], str]) -> None:
        self._random = generator
        self._link = link
        self._budget = int(MEAN_WORD_COUNT * generator.uniform(0.8, 1.2))
        self._words = iter(vocabulary.draw(generator, self._budget + 400))
        self._links_due = LINK_COUNT

    def body(self, headings: tuple[tuple[int, str], ...]) -> str:
        blocks = [self._paragraph(50)]
        extras = [self._nested_list, self._quotation, self._steps, self._code,
                  self._references, self._nested_list]
        share = (self._budget - 50) // len(headings)
        for number, (level, text) in enumerate(headings):
            blocks.append("#" * level + " " + text)
            remaining = share
            if number < len(extras):
                remaining -= 48
            while remaining > 20:
                length = min(remaining, self._random.randint(45, 95))
                blocks.append(self._paragraph(length))
                remaining -= length
            if number < len(extras):
                blocks.append(extras[number]())
        return "\n\n".join(blocks) + "\n"

    def _paragraph(self, word_count: int) -> str:
        sentences = []
        while word_count > 0:
            length = min(word_count, self._random.randint(8, 19))
            sentences.append(self._sentence(length))
            word_count -= length
        return " ".join(sentences)

    def _sentence(self, length: int) -> str:
        words = [next(self._words) for _ in range(max(length, 4))]
        words[0] = words[0].capitalize()
        kind = self._random.random()
        place = self._random.randrange(1, len(words) - 2)
        if kind < 0.16 and self._links_due > 0:
            self._links_due -= 1
            words[place] = f"[{words[place]} {words[place + 1]}]({self._link()})"
            del words[place + 1]
        elif kind < 0.32:
            words[place] = f"*{words[place]}*"
        elif kind < 0.42:
            words[place] = f"**{words[place]} {words[place + 1]}**"
            del words[place + 1]
        elif kind < 0.50:
            words[place] = f"`{words[place]}()`"
        elif kind < 0.56:
            words[place] += " &" if kind < 0.53 else " –"
        elif kind < 0.80:
            words[place] += ","
        return " ".join(words) + "."

    def _few(self, count: int) -> str:
        return " ".join(next(self._words) for _ in range(count))

    def _nested_list(self) -> str:
        lines = []
        for _ in range(3):
            lines.append(f"- {self._few(6)}")
            lines.append(f"  - {self._few(4)}, *{self._few(1)}*")
            lines.append(f"  - **{self._few(1)}** {self._few(3)}")
        return "\n".join(lines)

    def _steps(self) -> str:
        return "\n".join(f"{number}. {self._sentence(9)}" for number in range(1, 5))

    def _quotation(self) -> str:
        return f"> {self._sentence(14)}\n> {self._sentence(14)}\n>\n> {self._few(3)}"

    def _code(self) -> str:
        line = "let {} = {}({}) < 3 && \"{}\""
        lines = [line.format(self._few(1), self._few(1), number, self._few(2)) for number in range(5)]
        return "```swift\n" + "\n".join(lines) + "\n```"

    def _references(self) -> str:
        name = self._few(1)
        page = self._random.randrange(1_000)
        return (f"{self._sentence(8)} See [{self._few(2)}][{name}] and <https://example.org/{page}>.\n\n"
                f"[{name}]: https://example.com/{page} \"{self._few(3)}\"")
