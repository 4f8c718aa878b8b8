"""Style sheets are as the Nu checker wants them, in the words that it knows.

The checker on PyPI knows the CSS of 2020. What is newer is put into the older word of the same values before it reads
them: 'margin-block' into 'margin', ':is(a, b)' into 'a'. That the newer words are right is the browser's to say:
`test_markup.py`.
"""

import re

from test_markup import check, files

OLDER = {
    "inline-size": "width", "block-size": "height", "min-inline-size": "min-width", "min-block-size": "min-height",
    "max-inline-size": "max-width", "max-block-size": "max-height", "inset": "margin", "inset-inline": "margin",
    "inset-block-start": "top", "inset-inline-start": "left", "border-inline-start": "border-left",
    "border-inline-end": "border-right", "border-inline-start-width": "border-left-width",
    "border-block-start": "border-top", "border-block-end": "border-bottom",
    **{f"{kind}-{axis}": kind for kind in ["margin", "padding"] for axis in ["block", "inline"]},
    **{f"{kind}-{side}": f"{kind}-{old}" for kind in ["margin", "padding"] for side, old in
       [("block-start", "top"), ("block-end", "bottom"), ("inline-start", "left"), ("inline-end", "right")]},
}
UNKNOWN = ["color-scheme", "text-wrap", "text-underline-offset", "text-decoration-thickness", "text-size-adjust",
           "accent-color"]


def older(css):
    css = re.sub(r":is\(([^(),]*(?:\([^()]*\))?[^(),]*)(?:,[^()]*(?:\([^()]*\)[^()]*)*)?\)", r"\1", css)
    css = re.sub(r":has\([^()]*\)", "", css)
    css = re.sub(r"(content: \"[^\"]*\") / \"\"", r"\1", css)
    css = re.sub(r"\b(?:Canvas|CanvasText|ButtonText|ButtonFace|LinkText)\b", "black", css)
    css = css.replace("float: inline-end", "float: right").replace("float: inline-start", "float: left")
    for name in UNKNOWN:
        css = re.sub(rf"(?<=[\s{{;]){name}:[^;}}]*;?", "", css)
    return re.sub(r"(?<=[\s{;])([a-z-]+)(?=:\s)", lambda found: OLDER.get(found[1], found[1]), css)


def test_style_sheets_are_as_the_checker_wants_them(site, tmp_path):
    for file in files(site, "css"):
        (tmp_path / file.name).write_text(older(file.read_text(encoding="utf-8")), encoding="utf-8")
    assert check(sorted(tmp_path.iterdir()), "--css") == []
