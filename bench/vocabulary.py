"""Made-up words that a reader could say aloud, drawn as often as words are in a natural text."""

from __future__ import annotations

import itertools
import random

ONSETS = ("b", "br", "c", "cl", "d", "dr", "f", "fl", "g", "gr", "h", "j", "k", "l", "m", "n", "p", "pl",
          "pr", "qu", "r", "s", "sc", "sh", "sl", "sp", "st", "t", "th", "tr", "v", "w", "z", "")
VOWELS = ("a", "e", "i", "o", "u", "a", "e", "i", "o", "u", "ai", "ea", "io", "ou")
CODAS = ("", "", "", "", "", "l", "m", "n", "nt", "r", "s", "st", "t")
# English endings, so that a stemmer has as much to do as in English.
ENDINGS = ("", "", "", "s", "ed", "ing", "ly", "ness", "tion", "able", "ment", "er", "al")
# About one word in fifty has a letter outside ASCII, so that UTF-8 is not only the easy case.
ACCENTS = {"a": "å", "e": "é", "i": "ï", "o": "ö", "u": "ü"}
WORD_COUNT = 8_000
PLAIN_WORD_COUNT = 2_000
# Zipf and Mandelbrot: the word of rank r is drawn in proportion to 1 / (r + 2.7); the commonest is one in 29.
OFFSET = 2.7


class Vocabulary:
    """Words with their frequencies; the same for the same seed."""

    def __init__(self, seed: int) -> None:
        generator = random.Random(f"{seed}:vocabulary")
        self.words = _distinct_words(generator)
        weights = (1.0 / (rank + OFFSET) for rank in range(1, len(self.words) + 1))
        self._cumulative = list(itertools.accumulate(weights))
        # Titles, tags and headings use words in plain ASCII: their addresses then are the words themselves.
        self.plain = [word for word in self.words if word.isascii()][:PLAIN_WORD_COUNT]

    def draw(self, generator: random.Random, count: int) -> list[str]:
        return generator.choices(self.words, cum_weights=self._cumulative, k=count)


def _distinct_words(generator: random.Random) -> list[str]:
    words: dict[str, None] = {}
    while len(words) < WORD_COUNT:
        # Common words are shorter, as in any language.
        syllables = generator.choice((1, 1, 2) if len(words) < 300 else (2, 2, 3))
        sounds = (ONSETS, VOWELS, CODAS) * syllables
        stem = "".join(map(generator.choice, sounds))
        word = stem + generator.choice(ENDINGS)
        if generator.random() < 0.02:
            letter = generator.choice("aeiou")
            word = word.replace(letter, ACCENTS[letter], 1)
        # Four letters at least leave out what YAML reads as no text ('no', 'on') and most English words.
        if 4 <= len(word) <= 14 and word not in ("true", "false", "null", "here", "more"):
            words[word] = None
    return list(words)
