"""Nobody but whoever sits at this machine gets anything out of the preview, and nobody gets it to hang."""

import os
import socket
import subprocess
import time

import pytest

from conftest import MATERIA
from preview import Preview, write_site


@pytest.fixture(scope="module")
def preview(tmp_path_factory):
    folder = tmp_path_factory.mktemp("preview") / "site"
    write_site(folder)
    (folder.parent / "secret.txt").write_text("secret")
    (folder / "Public").mkdir()
    (folder / "Public/film.bin").write_bytes(bytes(range(100)))
    os.symlink(folder.parent / "secret.txt", folder / "Public/link.txt")
    os.symlink(folder.parent, folder / "Public/up")
    with Preview(MATERIA, folder) as preview:
        yield preview


@pytest.mark.parametrize("address", [
    "/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/%252e%252e/secret.txt", "/..\\secret.txt",
    "/%5c..%5csecret.txt", "/safety/../../secret.txt", "/link.txt", "/up/secret.txt", "//secret.txt", "/%00",
    "/materia.yaml", "/Content/index.md", "/_preview/../materia.yaml", "/..;/secret.txt", "/%c0%ae%c0%ae/secret.txt",
    "/_preview/%2e%2e/materia.yaml", "/.git/config", "http://127.0.0.1/../secret.txt",
])
def test_what_climbs_finds_nothing(preview, address):
    status, _, body = preview.get(address)
    assert status == 404
    assert b"secret" not in body.replace(address.encode(), b"") and b"language: en" not in body


@pytest.mark.parametrize("host", ["evil.example", "evil.example:4000", "localhost.evil.example", "192.168.1.5", ""])
def test_other_names_are_refused(preview, host):
    assert preview.get("/", Host=host)[0] in (400, 403)


@pytest.mark.parametrize("host", ["localhost", "localhost:4000", "127.0.0.1", "[::1]:80", "LOCALHOST:1"])
def test_this_machines_names_are_answered(preview, host):
    assert preview.get("/", Host=host)[0] == 200


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "https://localhost", "http://localhost:1"])
def test_pages_of_other_sites_are_refused(preview, origin):
    assert preview.get("/", Origin=origin)[0] == 403
    key = {"Upgrade": "websocket", "Connection": "Upgrade", "Sec_WebSocket_Version": "13",
           "Sec_WebSocket_Key": "dGhlIHNhbXBsZSBub25jZQ=="}
    assert preview.get("/_preview/socket?page=/&version=1", Origin=origin, **key)[0] == 403


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH"])
def test_other_methods_are_refused(preview, method):
    assert preview.get("/", method)[0] == 405


def test_methods_that_nobody_knows_find_nothing(preview):
    assert preview.get("/", "NONSENSE")[0] == 404


def test_head_has_the_headers_alone(preview):
    status, headers, body = preview.get("/film.bin", "HEAD")
    assert (status, headers["Content-Length"], body) == (200, "100", b"")


@pytest.mark.parametrize(("wanted", "status", "body"), [
    ("bytes=0-9", 206, bytes(range(10))), ("bytes=90-", 206, bytes(range(90, 100))),
    ("bytes=-5", 206, bytes(range(95, 100))), ("bytes=95-1000", 206, bytes(range(95, 100))),
    ("bytes=100-", 416, b""), ("bytes=0-1,5-6", 200, bytes(range(100))), ("lines=1-2", 200, bytes(range(100))),
])
def test_ranges(preview, wanted, status, body):
    answer = preview.get("/film.bin", Range=wanted)
    assert (answer[0], answer[2]) == (status, body)


@pytest.mark.parametrize(("address", "kind"), [
    ("/", "text/html; charset=utf-8"), ("/site.css", "text/css; charset=utf-8"),
    ("/search.js", "text/javascript; charset=utf-8"), ("/icon.svg", "image/svg+xml"),
    ("/manifest.webmanifest", "application/manifest+json"), ("/site.json", "application/json"),
])
def test_types_and_no_store(preview, address, kind):
    status, headers, _ = preview.get(address)
    assert (status, headers["Content-Type"], headers["Cache-Control"]) == (200, kind, "no-store")


def test_a_huge_request_is_cut_off(preview):
    with socket.create_connection(("127.0.0.1", preview.port), timeout=10) as connection:
        connection.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\nX: ")
        sent = 0
        try:
            while sent < 1 << 30:
                sent += connection.send(b"x" * 65536)
        except OSError:
            pass
        assert sent < 1 << 30
    assert preview.get("/")[0] == 200


def test_slow_requests_hinder_nobody_and_end(preview):
    slow = [socket.create_connection(("127.0.0.1", preview.port), timeout=60) for _ in range(100)]
    for connection in slow:
        connection.sendall(b"GET / HTTP/1.1\r\nHost: local")
    start = time.monotonic()
    assert preview.get("/")[0] == 200
    assert time.monotonic() - start < 2
    assert slow[0].recv(1) == b""
    assert time.monotonic() - start < 45
    for connection in slow:
        connection.close()


def test_a_port_in_use_is_told_of(preview):
    command = [MATERIA, "serve", "--site", preview.folder, "--port", str(preview.port)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=30)
    assert done.returncode == 2
    assert f"port {preview.port} is in use" in done.stderr


def test_other_addresses_than_loopback_are_warned_of(tmp_path):
    write_site(tmp_path / "site")
    with Preview(MATERIA, tmp_path / "site", "--host", "0.0.0.0") as preview:
        assert eventually_warned(preview)
        assert preview.get("/", Host="192.168.1.5:4000")[0] == 200
        assert preview.get("/", Host="evil.example")[0] == 403


def eventually_warned(preview):
    return "warning: everybody who reaches this machine" in preview.log
