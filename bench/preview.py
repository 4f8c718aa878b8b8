#!/usr/bin/env python3
"""From a file's change to the first paint of the reloaded page, in Chromium: Materia's preview beside Hugo's server."""

from __future__ import annotations

import argparse
import json
import re
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from dataclasses import dataclass
from pathlib import Path

import programs
from generate import Corpus, write, write_hugo_site, write_materia_site
from run import RAM_DISK
from search_browser import check_playwright, chromium

# In seconds. Beyond that something is broken, and no figure.
PATIENCE = 60
# A reload that is still going on when the next change comes would be measured twice. In seconds.
PAUSE = 1.0
# In milliseconds, by the number of articles; what a preview of another size is held to is that of the next larger.
PAINT_TARGETS = {1_000: 100, 10_000: 300}
START_TARGETS = {1_000: 1_000, 10_000: 5_000}


class Broken(Exception):
    pass


@dataclass(frozen=True)
class Row:
    what: str
    program: str
    milliseconds: list[float]
    target: int | None

    def line(self) -> str:
        middle = statistics.median(self.milliseconds)
        if self.target is None:
            verdict = ""
        else:
            verdict = f"  target {self.target} ms: {'reached' if middle <= self.target else 'MISSED'}"
        spread = f"({min(self.milliseconds):.0f} to {max(self.milliseconds):.0f})"
        return f"  {self.what:<22} {self.program:<8} {middle:7.0f} ms {spread:<16}{verdict}"


class Server:
    """One of the two, serving its own copy of the articles."""

    def __init__(self, name: str, program: Path, site: Path) -> None:
        self.name = name
        self.site = site
        self._port = free_port()
        if name == "materia":
            self._command = [program, "serve", "--site", site, "--port", str(self._port), "--quiet"]
        else:
            self._command = [program, "server", "--source", site, "--port", str(self._port), "--renderToMemory",
                             "--bind", "127.0.0.1", "--baseURL", f"http://127.0.0.1:{self._port}/", "--quiet",
                             "--noBuildLock"]
        self._process = None

    def start(self, address: str) -> float:
        """Milliseconds until a page is served."""
        begin = time.perf_counter()
        self._process = subprocess.Popen(self._command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        while time.perf_counter() - begin < PATIENCE:
            if self._process.poll() is not None:
                raise Broken(f"{self.name} ended with {self._process.returncode}")
            try:
                with urllib.request.urlopen(self.url(address), timeout=PATIENCE) as answer:
                    answer.read()
                return (time.perf_counter() - begin) * 1000
            except OSError:
                time.sleep(0.01)
        raise Broken(f"{self.name} serves nothing after {PATIENCE} s")

    def stop(self) -> None:
        if self._process and self._process.poll() is None:
            self._process.send_signal(signal.SIGTERM)
            self._process.wait()

    def url(self, address: str) -> str:
        return f"http://127.0.0.1:{self._port}/{address}"

    @property
    def article_template(self) -> Path:
        return self.site / ("Templates/article.mustache" if self.name == "materia" else "layouts/page.html")

    @property
    def settings(self) -> Path:
        return self.site / ("materia.yaml" if self.name == "materia" else "hugo.yaml")


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


# A page that loads anew has a first paint, and nothing of this. One that changes where it stands is painted once the
# frame after the change is done: a message posted in that frame comes after its paint.
WATCH = """mark => {
    [window.isWatched, window.paintedAt] = [true, 0];
    const seen = () => {
        if (!document.documentElement.outerHTML.includes(mark)) return;
        observer.disconnect();
        requestAnimationFrame(() => {
            const channel = new MessageChannel();
            channel.port1.onmessage = () => window.paintedAt = performance.timeOrigin + performance.now();
            channel.port2.postMessage(0);
        });
    };
    const observer = new MutationObserver(seen);
    observer.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
}"""


def paint(page, path: Path, text: str, mark: str) -> float:
    """Milliseconds from the writing of `text` to the first paint of the page that has `mark` in it."""
    time.sleep(PAUSE)
    page.evaluate(WATCH, mark)
    begin = time.time() * 1000
    path.write_text(text, encoding="utf-8")
    end = time.monotonic() + PATIENCE
    look = """mark => {
        if (window.paintedAt) return window.paintedAt;
        const first = performance.getEntriesByType('paint').find(entry => entry.name === 'first-paint');
        const isNew = !window.isWatched && document.documentElement.outerHTML.includes(mark);
        return first && isNew ? performance.timeOrigin + first.startTime : 0;
    }"""
    while time.monotonic() < end:
        try:
            painted = page.evaluate(look, mark)
        except Exception:  # noqa: BLE001  Playwright's own, while the page is being exchanged
            painted = 0
        if painted > begin:
            return painted - begin
        time.sleep(0.005)
    raise Broken(f"a change of {path.name} shows nothing after {PATIENCE} s")


def changes(server: Server, article: Path, rounds: int):
    """What is changed, the file, and its text and mark for each round."""
    words = article.read_text(encoding="utf-8")
    yield "a body", article, [(f"{words}\nmark-body-{n}\n", f"mark-body-{n}") for n in range(rounds)]
    yield "a title", article, [
        (re.sub("^title: .*$", f"title: mark-title-{n}", words, flags=re.M), f"mark-title-{n}") for n in range(rounds)]
    template = server.article_template
    if template.exists():
        shown = template.read_text(encoding="utf-8")
        yield "a template", template, [
            (shown.replace("</article>", f"<p>mark-template-{n}</p></article>"), f"mark-template-{n}")
            for n in range(rounds)]
    settings = server.settings
    written = settings.read_text(encoding="utf-8")
    yield "settings", settings, [
        (re.sub("^title: .*$", f"title: mark-settings-{n}", written, flags=re.M), f"mark-settings-{n}")
        for n in range(rounds)]


def compare(size: int, rounds: int, found: dict[str, Path], browser, workspace: Path) -> list[Row]:
    corpus = Corpus(size, 1)
    sites = {"materia": workspace / f"materia-{size}", "hugo": workspace / f"hugo-{size}"}
    write_materia_site(corpus, sites["materia"])
    write_hugo_site(corpus, sites["hugo"])
    for number in range(size):
        other = corpus.outline(number)
        name, text = f"{other.section}/{other.slug}.md", corpus.article(number)
        write(sites["materia"] / "Content" / name, text)
        write(sites["hugo"] / "content" / name, text)
    outline = corpus.outline(0)
    address = f"{outline.section}/{outline.slug}/"
    # The theme's own, so that there is a file to change.
    templates = sites["materia"] / "Templates"
    templates.mkdir(exist_ok=True)
    shutil.copy(Path(__file__).parents[1] / "Templates/article.mustache", templates)
    above = min((number for number in PAINT_TARGETS if number >= size), default=max(PAINT_TARGETS))
    rows = []
    for name, program in found.items():
        server = Server(name, program, sites[name])
        try:
            starts = []
            for _ in range(rounds):
                server.stop()
                starts.append(server.start(address))
            rows.append(Row("start to a page", name, starts, START_TARGETS[above] if name == "materia" else None))
            page = browser.new_page()
            page.goto(server.url(address))
            time.sleep(3)
            content = next(sites[name].glob(f"[Cc]ontent/{outline.section}/{outline.slug}.md"))
            for what, path, texts in changes(server, content, rounds):
                times = [paint(page, path, text, mark) for text, mark in texts]
                rows.append(Row(what, name, times, PAINT_TARGETS[above] if name == "materia" else None))
            page.close()
        finally:
            server.stop()
        shutil.rmtree(sites[name])
    return rows


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default="1000,10000", help="numbers of articles (default 1000,10000)")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--only", choices=["materia", "hugo"])
    parser.add_argument("--json", type=Path, metavar="FILE", help="write every figure to FILE as well")
    arguments = parser.parse_args()
    workspace = Path(tempfile.mkdtemp(prefix="materia-bench-preview-", dir=RAM_DISK))
    figures = {}
    try:
        check_playwright()
        found = {"materia": programs.find_materia, "hugo": programs.find_hugo}
        found = {name: find() for name, find in found.items() if arguments.only in (None, name)}
        with chromium() as browser:
            for size in map(int, arguments.sizes.split(",")):
                rows = compare(size, arguments.rounds, found, browser, workspace)
                print(f"\n{size} articles: median of {arguments.rounds}, in parentheses the least and the greatest")
                print("\n".join(row.line() for row in rows), flush=True)
                figures[size] = [vars(row) for row in rows]
        if arguments.json:
            arguments.json.write_text(json.dumps(figures, indent=2) + "\n")
    except programs.Missing as error:
        print(f"bench-preview: {error}", file=sys.stderr)
        return 2
    except Broken as error:
        print(f"bench-preview: {error}", file=sys.stderr)
        return 1
    finally:
        shutil.rmtree(workspace, ignore_errors=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
