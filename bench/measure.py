"""Runs a command and says what it cost."""

from __future__ import annotations

import os
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

# Nothing of the user's settings (HUGO_…, GOGC, a personal cache) may change a figure.
KEPT_VARIABLES = ("PATH", "LD_LIBRARY_PATH", "LANG")


@dataclass(frozen=True)
class Cost:
    wall_seconds: float
    cpu_seconds: float        # user and system, of the process and its children
    peak_megabytes: float     # 10^6 bytes resident
    others_cpu_seconds: float  # what the rest of the machine did meanwhile: it should be near nothing


class CommandFailed(Exception):
    pass


def measure(command: list[str], workspace: Path) -> tuple[Cost, str]:
    """The cost of one run, and what it printed."""
    environment = {name: os.environ[name] for name in KEPT_VARIABLES if name in os.environ}
    environment.update(HOME=str(workspace), XDG_CACHE_HOME=str(workspace / "cache"), NO_COLOR="1")
    log = workspace / "log.txt"
    with log.open("wb") as file:
        busy = _busy_seconds()
        start = time.perf_counter()
        process = subprocess.Popen(command, stdout=file, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL,
                                   env=environment, cwd=workspace)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        busy = _busy_seconds() - busy
    process.returncode = os.waitstatus_to_exitcode(status)
    printed = log.read_text(errors="replace")
    if process.returncode != 0:
        last = "\n".join(printed.splitlines()[-20:])
        raise CommandFailed(f"{' '.join(command)}\nended with {process.returncode}:\n{last}")
    cpu = usage.ru_utime + usage.ru_stime
    # Linux counts ru_maxrss in KiB.
    return Cost(wall, cpu, usage.ru_maxrss * 1024 / 1e6, max(0.0, busy - cpu)), printed


def _busy_seconds() -> float:
    """CPU time spent by the whole machine, and by the machines beside it on the same host ('steal')."""
    fields = Path("/proc/stat").read_text().split("\n", 1)[0].split()
    user, nice, system, _idle, _waiting, interrupts, soft_interrupts, steal = map(int, fields[1:9])
    return (user + nice + system + interrupts + soft_interrupts + steal) / os.sysconf("SC_CLK_TCK")
