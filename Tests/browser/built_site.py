"""A built site, served on this machine under the path it is made for."""

import json
import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

import yaml

STRINGS = Path(__file__).resolve().parents[2] / "Templates/strings"


@dataclass(frozen=True)
class SitePage:
    address: str
    title: str
    """What `site.json` tells of the page; empty for the page that is shown where there is none."""
    facts: dict = field(compare=False)

    @property
    def is_written(self):
        """Somebody wrote it, and `materia` did not make it."""
        return "source" in self.facts

    @property
    def is_section(self):
        """The page of a section, or the home page: `with-picture/index.md` deeper down is an article."""
        source = Path(self.facts.get("source", ""))
        return source.name.startswith("index.") and len(source.parts) <= 3

    @property
    def is_reviewed(self):
        return bool(self.facts.get("reviewers"))


class BuiltSite:
    def __init__(self, folder, source):
        self.folder = Path(folder)
        self.crisis = yaml.safe_load((Path(source) / "Content/Data/crisis.yaml").read_text(encoding="utf-8"))
        self.facts = json.loads((self.folder / "site.json").read_text(encoding="utf-8"))
        self.base = urlsplit(self.facts["baseURL"]).path
        pages = [SitePage(quote(page["address"], safe="/%"), page["title"], page) for page in self.facts["pages"]]
        self.pages = pages + [SitePage("/404.html", "We cannot find that page", {})]
        self.origin = ""

    def language(self, page):
        return page.facts.get("language", self.facts["language"])

    def words(self, page):
        """The words of the frame, in the page's language where they were translated to it."""
        file = STRINGS / f"{self.language(page)}.yaml"
        if not file.exists():
            file = STRINGS / f"{self.facts['language']}.yaml"
        return yaml.safe_load(file.read_text(encoding="utf-8"))

    def days_overdue(self, page):
        """How long ago the page's review was due, on the day of the build: less than 0 where it is still to come."""
        due = page.facts.get("reviewDue", self.facts["date"])
        return (date.fromisoformat(self.facts["date"]) - date.fromisoformat(due)).days

    def html(self, page):
        path = self.folder / unquote(page.address).lstrip("/")
        return (path / "index.html" if path.is_dir() else path).read_text(encoding="utf-8")

    def url(self, page_or_address):
        address = getattr(page_or_address, "address", page_or_address)
        return self.origin + self.base + address.removeprefix("/")

    @contextmanager
    def served(self):
        handler = partial(Handler, directory=str(self.folder), base=self.base)
        with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
            self.origin = f"http://127.0.0.1:{server.server_port}"
            threading.Thread(target=server.serve_forever, daemon=True).start()
            yield self
            server.shutdown()


class Handler(SimpleHTTPRequestHandler):
    """As a plain host does it: folders by their `index.html`, `404.html` for what is not there."""

    extensions_map = {**SimpleHTTPRequestHandler.extensions_map, ".webmanifest": "application/manifest+json"}

    def __init__(self, *arguments, base, **settings):
        self.base = base
        super().__init__(*arguments, **settings)

    def send_head(self):
        # It tells times to the second, in which a test builds twice: the second build would be "not modified".
        del self.headers["If-Modified-Since"]
        return super().send_head()

    def translate_path(self, path):
        if not path.startswith(self.base):
            return str(Path(self.directory) / "nothing-stands-here")
        return super().translate_path("/" + path[len(self.base):])

    def send_error(self, code, message=None, explain=None):
        if code != 404:
            super().send_error(code, message, explain)
            return
        body = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, *arguments):
        pass
