"""Serves a built site and Pagefind's files beside it, as slowly as a distant host does."""

from __future__ import annotations

import gzip
import threading
import time
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

# Nothing of the site's own, whose Content-Security-Policy keeps out Pagefind's WebAssembly.
PAGE_ADDRESS = "/bench-search.html"
SCRIPT_ADDRESS = "/bench-search.js"
PAGEFIND_ADDRESS = "/pagefind/"
PAGE = (f'<!DOCTYPE html><html lang="en"><title>Search</title><script type="module">import * as bench from '
        f'"{SCRIPT_ADDRESS}"; window.bench = bench</script>').encode()


class SearchServer:
    def __init__(self, site: Path, bundle: Path) -> None:
        self._site = site
        self._bundle = bundle
        self.delay = 0.0
        """Seconds that each answer waits."""
        self.origin = ""

    @contextmanager
    def running(self):
        with _Server(("127.0.0.1", 0), partial(_Handler, self)) as server:
            self.origin = f"http://127.0.0.1:{server.server_port}"
            threading.Thread(target=server.serve_forever, daemon=True).start()
            yield self
            server.shutdown()

    def file(self, path: str) -> Path:
        if path == SCRIPT_ADDRESS:
            return Path(__file__).parent / "search_page.js"
        if path.startswith(PAGEFIND_ADDRESS):
            return self._bundle / path.removeprefix(PAGEFIND_ADDRESS)
        return self._site / path.removeprefix("/")

    def sent_bytes(self, path: str) -> int:
        return sent_bytes(self.file(path))


def sent_bytes(file: Path) -> int:
    """The size under `gzip -9`, or as it is if that is less: what is compressed already is sent so."""
    content = file.read_bytes()
    return min(len(content), len(gzip.compress(content, 9, mtime=0)))


class _Server(ThreadingHTTPServer):
    def handle_error(self, request, client_address) -> None:
        """A browser that closes a page breaks off what it was fetching."""


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def __init__(self, server: SearchServer, *arguments) -> None:
        self._search_server = server
        super().__init__(*arguments)

    def do_GET(self) -> None:
        path = urlsplit(self.path).path
        file = self._search_server.file(path)
        if path == PAGE_ADDRESS:
            return self._send(200, "text/html", PAGE)
        if path != SCRIPT_ADDRESS:
            time.sleep(self._search_server.delay)
        if not file.is_file():
            return self._send(404, "text/plain", b"")
        return self._send(200, self.guess_type(file), file.read_bytes())

    def _send(self, status: int, kind: str, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments) -> None:
        pass
