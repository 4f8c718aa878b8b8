"""A preview of a site in a folder of its own, which tests write to."""

import http.client
import os
import signal
import subprocess
import time
from pathlib import Path


class Preview:
    def __init__(self, program, folder, *options):
        self.folder = Path(folder)
        self._command = [program, "serve", "--site", self.folder, "--port", "0", "--date", "2026-01-15", *options]
        self.origin = ""

    def __enter__(self):
        self._log = open(self.folder.parent / "serve.log", "w+", encoding="utf-8")
        self._process = subprocess.Popen(self._command, stdout=subprocess.PIPE, stderr=self._log, text=True)
        address = self._process.stdout.readline().strip()
        assert address.startswith("http://"), self.log
        self.origin = "/".join(address.split("/")[:3])
        return self

    def __exit__(self, *_):
        self.stop()

    @property
    def log(self):
        self._log.flush()
        return Path(self._log.name).read_text(encoding="utf-8")

    def stop(self, how=signal.SIGTERM):
        """The exit status."""
        if self._process.poll() is None:
            self._process.send_signal(how)
        status = self._process.wait(timeout=30)
        self._process.stdout.close()
        return status

    @property
    def port(self):
        return int(self.origin.rsplit(":", 1)[1])

    def url(self, address="/"):
        return self.origin + address

    def get(self, address="/", method="GET", **headers):
        """Status, headers and body; the address goes out as it is."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        connection.putrequest(method, address, skip_host="Host" in headers)
        for name, value in headers.items():
            connection.putheader(name.replace("_", "-"), value)
        connection.endheaders()
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        return answer.status, answer.headers, body

    def write(self, path, text):
        """As many editors save: beside the file, then over it."""
        target = self.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        beside = target.with_name(f".{target.name}.new")
        beside.write_text(text, encoding="utf-8")
        os.replace(beside, target)

    def write_in_place(self, path, text):
        (self.folder / path).write_text(text, encoding="utf-8")


def article(title, body="Words.", more=""):
    return f"---\ntitle: {title}\ndescription: About it.\ndate: 2025-01-01\n{more}---\n\n{body}\n"


def long_body(words, count=60):
    return f"{words}\n\n" + "\n\n".join(f"Paragraph {number} of the page." for number in range(count))


def write_site(folder):
    files = {
        "materia.yaml": "title: Preview\nlanguage: en\nchecks: {link.vague: warning}\n",
        "Content/index.md": article("Home", "The [heart](safety/heart.md)."),
        "Content/safety/index.md": article("Safety", "A section."),
        "Content/safety/heart.md": article("Heart", long_body("First words.")),
        "Content/safety/brain.md": article("Brain", "See [the heart](heart.md)."),
        "Content/Data/glossary.csv": "term,aliases,definition,category\nPlacebo,,A dummy,\n",
    }
    for path, text in files.items():
        target = Path(folder) / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")


def eventually(look, seconds=5):
    """What `look` gives as soon as it gives something true."""
    end = time.monotonic() + seconds
    while True:
        found = look()
        if found or time.monotonic() > end:
            return found
        time.sleep(0.02)
