"""A built site, served on this machine under the path it is made for."""

import json
import threading
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import quote, urlsplit


@dataclass(frozen=True)
class SitePage:
    address: str
    title: str
    """What `site.json` tells of the page; empty for the page that is shown where there is none."""
    facts: dict

    @property
    def is_written(self):
        """Somebody wrote it, and `materia` did not make it."""
        return "source" in self.facts

    @property
    def is_reviewed(self):
        return bool(self.facts.get("reviewers"))


class BuiltSite:
    def __init__(self, folder):
        self.folder = Path(folder)
        self.facts = json.loads((self.folder / "site.json").read_text(encoding="utf-8"))
        self.base = urlsplit(self.facts["baseURL"]).path
        pages = [SitePage(quote(page["address"], safe="/%"), page["title"], page) for page in self.facts["pages"]]
        self.pages = pages + [SitePage("/404.html", "We cannot find that page", {})]
        self.origin = ""

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
