#!/usr/bin/env python3
"""Builds the same articles with libcmark alone, with Materia and with Hugo, in turn; compares the costs."""

from __future__ import annotations

import argparse
import dataclasses
import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import programs
import report
from measure import CommandFailed, Cost, measure

RAM_DISK = Path("/dev/shm")
# Both sites, one program's output and its staging, with room to spare.
BYTES_PER_ARTICLE = 150_000
# Hugo makes no search index: `no-index` is Materia without one too, for equal work.
NAMES = ("floor", "materia", "no-index", "hugo")


class WrongOutput(Exception):
    pass


class Bench:
    """One size: its two sites, and the runs on them."""

    def __init__(self, article_count: int, workspace: Path, found: dict[str, Path]) -> None:
        self._programs = found
        self._workspace = workspace
        self._sites = {"materia": workspace / "materia", "hugo": workspace / "hugo"}
        self._output = workspace / "output"
        # A process of its own: a child's peak memory is never counted below that of the one that started it.
        made = subprocess.run(
            [sys.executable, str(programs.BENCH / "generate.py"), "--articles", str(article_count),
             "--materia", str(self._sites["materia"]), "--hugo", str(self._sites["hugo"])],
            check=True, capture_output=True, text=True)
        self.description = made.stdout.strip()

    def rounds(self, count: int) -> dict[str, list[Cost]]:
        results: dict[str, list[Cost]] = {name: [] for name in self._programs}
        # Round 0 is not counted. On a virtual machine the first program to touch a page of memory pays for its
        # arrival from the host: 8.5 s of system time for Hugo, where a second run took 2.8 s.
        for number in range(count + 1):
            for name in self._programs:
                _progress(f"round {number} of {count}: {name}")
                self._wipe()
                cost = self._run(self._command(name, "--no-cache", "--quiet"))
                if number > 0:
                    results[name].append(cost)
        _progress("")
        self._wipe()
        return results

    def again(self) -> dict[str, list[Cost]]:
        """Materia with its cache: as it was, and after a change to one article."""
        command = self._command("materia", "--quiet")
        article = next(self._sites["materia"].glob("Content/*/*-0.md"))
        written = article.read_bytes()
        self._run(command)
        unchanged = self._run(command)
        article.write_bytes(written + b"\nOne paragraph more.\n")
        changed = self._run(command)
        article.write_bytes(written)
        self._wipe()
        return {"materia, no change": [unchanged], "materia, one change": [changed]}

    def timings(self) -> str:
        _, printed = measure(self._command("materia", "--no-cache", "--timings"), self._workspace)
        self._wipe()
        return printed.strip()

    def _command(self, name: str, *materia_options: str) -> list[str]:
        program = self._programs[name]
        if name in ("materia", "no-index"):
            self._exclude_from_search(name == "no-index")
            return programs.materia_command(program, self._sites["materia"], self._output, *materia_options)
        if name == "hugo":
            return programs.hugo_command(program, self._sites["hugo"], self._output)
        return programs.floor_command(program, self._sites["materia"], self._output)

    def _exclude_from_search(self, is_excluded: bool) -> None:
        """All sections, so that no page is searched and no index is made; or none."""
        site = self._sites["materia"]
        settings = site / "materia.yaml"
        written = settings.read_text().split("search:\n")[0]
        sections = sorted(folder.name for folder in (site / "Content").iterdir() if folder.is_dir())
        excluded = f"search:\n  exclude: [{', '.join(sections)}]\n" if is_excluded else ""
        settings.write_text(written + excluded)

    def _run(self, command: list[str]) -> Cost:
        cost, _ = measure(command, self._workspace)
        self._check_output(command[0])
        return cost

    def _check_output(self, program: str) -> None:
        """A build that leaves articles out is no build to compare with."""
        content = self._sites["materia"] / "Content"
        for source in content.glob("*/*-*.md"):
            page = self._output / source.with_suffix("").relative_to(content) / "index.html"
            # A page's HTML is longer than its Markdown, so an empty or cut page is noticed.
            if not page.is_file() or page.stat().st_size < source.stat().st_size:
                raise WrongOutput(f"{program} did not write {page.relative_to(self._output)} whole")

    def _wipe(self) -> None:
        shutil.rmtree(self._output, ignore_errors=True)


def _progress(words: str) -> None:
    if sys.stderr.isatty():
        print(f"\r{words:40}\r", end="", file=sys.stderr, flush=True)


def find_programs(names: list[str], workspace: Path) -> dict[str, Path]:
    finders = {"floor": lambda: programs.compile_floor(workspace), "materia": programs.find_materia,
               "no-index": programs.find_materia, "hugo": programs.find_hugo}
    return {name: finders[name]() for name in NAMES if name in names}


def bench_size(article_count: int, rounds: int, workspace: Path, found: dict[str, Path]) -> dict:
    folder = workspace / str(article_count)
    folder.mkdir()
    bench = Bench(article_count, folder, found)
    print(f"\n{bench.description}; median of {rounds} rounds in turn (least–most)\n")
    results = bench.rounds(rounds)
    extra = bench.again() if "materia" in found else {}
    print(report.table({**results, **extra}), report.ratios(results, article_count), sep="\n\n")
    warning = report.disturbance({**results, **extra})
    if warning:
        print("\n" + warning)
    if "materia" in found:
        print(f"\nwhere Materia's time goes (--timings)\n{bench.timings()}")
    shutil.rmtree(folder)
    return {"articles": article_count, "costs": {
        name: [dataclasses.asdict(cost) for cost in costs] for name, costs in {**results, **extra}.items()}}


def check_ram_disk(sizes: list[int]) -> None:
    mounts = (line.split()[1:3] for line in Path("/proc/mounts").read_text().splitlines())
    if [str(RAM_DISK), "tmpfs"] not in mounts:
        raise programs.Missing(f"{RAM_DISK} is not a RAM disk here: the figures would be the disk's")
    needed, free = max(sizes) * BYTES_PER_ARTICLE, shutil.disk_usage(RAM_DISK).free
    if free < needed:
        raise programs.Missing(
            f"{RAM_DISK} has {free / 1e6:,.0f} MB free and {needed / 1e6:,.0f} MB are needed")


def parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default="1000,10000", help="numbers of articles (default 1000,10000)")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", default=",".join(NAMES), help="what to measure (default: all of them)")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write every figure to FILE as well")
    arguments = parser.parse_args()
    try:
        arguments.sizes = [int(size) for size in arguments.sizes.split(",")]
    except ValueError:
        parser.error("--sizes takes whole numbers, with commas between them")
    arguments.only = arguments.only.split(",")
    unknown = set(arguments.only) - set(NAMES)
    if unknown or min(arguments.sizes) < 1 or arguments.rounds < 1:
        parser.error(f"--only takes {', '.join(NAMES)}; sizes and rounds are 1 or more")
    return arguments


def main() -> int:
    arguments = parse_arguments()
    workspace = None
    try:
        check_ram_disk(arguments.sizes)
        workspace = Path(tempfile.mkdtemp(prefix="materia-bench-", dir=RAM_DISK))
        found = find_programs(arguments.only, workspace)
        versions = programs.versions(found)
        print(report.machine(versions))
        sizes = [bench_size(size, arguments.rounds, workspace, found) for size in arguments.sizes]
        if arguments.json:
            arguments.json.write_text(
                json.dumps({"machine": report.machine(versions), "sizes": sizes}, indent=2) + "\n")
    except programs.Missing as error:
        print(f"bench: {error}", file=sys.stderr)
        return 2
    except (CommandFailed, WrongOutput) as error:
        print(f"bench: {error}", file=sys.stderr)
        return 1
    finally:
        if workspace:
            shutil.rmtree(workspace, ignore_errors=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
