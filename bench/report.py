"""What the figures say: the table, the ratios, and whether each target is reached."""

from __future__ import annotations

import os
import platform
import statistics
from pathlib import Path

from measure import Cost

TARGET_SIZE = 10_000
MOST_OF_HUGO_WALL = 0.1
MOST_OF_FLOOR_CPU = 4.0
MOST_MEGABYTES = 400.0
# Above this share of the machine's time, other processes are worth a warning.
DISTURBANCE = 0.05


def machine(versions: dict[str, str]) -> str:
    model = platform.machine()
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            model = line.split(":", 1)[1].strip()
            break
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9
    tools = ", ".join(f"{name} {version}" for name, version in versions.items())
    return f"{model}, {os.cpu_count()} cores, {memory:.0f} GB; Linux {platform.release()}; {tools}"


def median(costs: list[Cost], field: str) -> float:
    return statistics.median(getattr(cost, field) for cost in costs)


def table(results: dict[str, list[Cost]]) -> str:
    lines = [f"{'':24}{'wall s':>22}{'CPU s':>22}{'peak MB':>24}"]
    for name, costs in results.items():
        cells = [_cell(costs, "wall_seconds", 2, 22), _cell(costs, "cpu_seconds", 2, 22),
                 _cell(costs, "peak_megabytes", 0, 24)]
        lines.append(f"{name:24}{''.join(cells)}")
    return "\n".join(lines)


def _cell(costs: list[Cost], field: str, digits: int, width: int) -> str:
    values = [getattr(cost, field) for cost in costs]
    text = f"{statistics.median(values):,.{digits}f}"
    if len(values) > 1:
        text += f" ({min(values):,.{digits}f}–{max(values):,.{digits}f})"
    return f"{text:>{width}}"


def ratios(results: dict[str, list[Cost]], article_count: int) -> str:
    """Materia against Hugo and the floor, with the targets where they are set: they are for equal work."""
    named = {"no-index": "Materia without its index", "materia": "Materia with its index"}
    parts = [_ratios(name, words, results, article_count) for name, words in named.items() if name in results]
    return "\n\n".join(parts) or "no ratios: Materia was not measured"


def _ratios(name: str, title: str, results: dict[str, list[Cost]], article_count: int) -> str:
    lines = [title]
    for other, field, words, most in (
            ("hugo", "wall_seconds", "Hugo's wall time", MOST_OF_HUGO_WALL),
            ("hugo", "cpu_seconds", "Hugo's CPU time", None),
            ("hugo", "peak_megabytes", "Hugo's memory", None),
            ("floor", "wall_seconds", "the floor's wall time", None),
            ("floor", "cpu_seconds", "the floor's CPU time", MOST_OF_FLOOR_CPU)):
        if other in results:
            ratio = median(results[name], field) / median(results[other], field)
            lines.append(_line(f"  of {words}", ratio, "×", 3, most, article_count))
    lines.append(_line("  peak memory", median(results[name], "peak_megabytes"), " MB", 0,
                       MOST_MEGABYTES, article_count))
    return "\n".join(lines)


def _line(words: str, value: float, unit: str, digits: int, most: float | None, article_count: int) -> str:
    line = f"{words:36}{value:>10,.{digits}f}{unit:3}"
    if most is None or article_count != TARGET_SIZE:
        return line.rstrip()
    return f"{line}  at most {most:g}: {'reached' if value <= most else 'missed'}"


def disturbance(results: dict[str, list[Cost]]) -> str:
    """A warning if the machine was busy with something else, or nothing."""
    # Over all runs together: the kernel counts in hundredths of a second, too coarse for one short run.
    costs = [cost for costs in results.values() for cost in costs]
    available = sum(cost.wall_seconds for cost in costs) * (os.cpu_count() or 1)
    share = sum(cost.others_cpu_seconds for cost in costs) / available
    if share <= DISTURBANCE:
        return ""
    return f"warning: other processes took {share:.0%} of the machine meanwhile; wall times are worth little"
