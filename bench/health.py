#!/usr/bin/env python3
"""Measures what the health rules cost: one site as `plain` and as `health`, built and checked.

Its articles are paragraphs of the guide in `Content/`, drawn at random, the same at every run. With `--hard`, one
paragraph in four breaks rules: long sentences, hard words, doses, numbers, words that are not said.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import resource
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WORD_COUNT = 1_100
SECTION_COUNT = 9
DATE = "2026-11-23"
HARD = [
    "The intervention necessitates comprehensive multidisciplinary evaluation of individual pharmacological "
    "circumstances, including cardiovascular considerations, hepatic involvement and longitudinal monitoring, which "
    "practitioners should individually contextualise. It was administered and was subsequently discontinued.",
    "It suffers from only a miracle, and it works for 45 of 100 people. They had 0.5 mg/kg over 40 minutes, twice as "
    "likely as before.",
]


def paragraphs() -> tuple[list[str], list[str]]:
    texts, headings = [], []
    for path in sorted((ROOT / "Content").glob("*/*.md")):
        if path.name.count(".") > 1 or path.name == "index.md":
            continue
        body = path.read_text().split("---\n", 2)[2]
        body = re.sub(r"```.*?```", "", body, flags=re.S)
        body = re.sub(r"\]\((?!http)[^)]*\)", "](https://example.org/x)", body)
        for block in (block.strip() for block in re.split(r"\n\s*\n", body)):
            if block.startswith("#"):
                headings.append(re.sub(r"\{.*\}", "", block.lstrip("# ")).strip())
            elif block and "[^" not in block and "STUDY-DETAIL" not in block and block[0] not in "|!":
                texts.append(block)
    return texts, headings


def write_site(folder: Path, articles: int, profile: str, is_hard: bool) -> None:
    generator = random.Random(1)
    texts, headings = paragraphs()
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(ROOT / "Content/Data", folder / "Content/Data")
    (folder / "Content/Data/urls.txt").unlink(missing_ok=True)
    (folder / "materia.yaml").write_text(f"title: Bench\nbaseURL: https://bench.example/\nprofile: {profile}\n")
    front = "---\ntitle: {0}\ndescription: Words about {0}\ndate: 2026-01-01\n---\n\n"
    (folder / "Content/index.md").write_text(front.format("home") + "Words.\n")
    for number in range(articles):
        parts, words = [], 0
        while words < WORD_COUNT:
            if generator.random() < 0.2:
                parts.append(f"## {generator.choice(headings)} {len(parts)}")
                continue
            pool = HARD if is_hard and generator.random() < 0.25 else texts
            parts.append(generator.choice(pool))
            words += len(parts[-1].split())
        path = folder / f"Content/s{number % SECTION_COUNT}/p{number}.md"
        path.parent.mkdir(exist_ok=True)
        path.write_text(front.format(f"article {number}") + "\n\n".join(parts) + "\n")


def seconds(command: list[str]) -> float:
    """User CPU time: what other programs do on the machine counts little in it."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=int, default=2_000)
    parser.add_argument("--hard", action="store_true", help="with paragraphs that break rules")
    arguments = parser.parse_args()
    program = os.environ.get("MATERIA", str(ROOT / ".build/release/materia"))
    work = Path("/dev/shm/materia-bench-health")
    times = {}
    for profile in ("plain", "health"):
        write_site(work / profile, arguments.articles, profile, arguments.hard)
        common = ["--site", str(work / profile), "--date", DATE, "--quiet"]
        output = ["--no-cache", "--output", str(work / "out")]
        times[f"{profile} build"] = seconds([program, "build", *common, *output])
        times[f"{profile} check"] = seconds([program, "check", *common])
    shutil.rmtree(work)
    for name, time in times.items():
        print(f"{name}: {time:.2f} s of user CPU, {time / times['plain build']:.2f} times the plain build")
    sys.exit(0)


if __name__ == "__main__":
    main()
