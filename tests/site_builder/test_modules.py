"""What a script imports is found, as the browser would find it."""

from site_builder.assets import Assets
from site_builder.modules import imported_by

FOLDER = "assets/abc/"
SCRIPTS = {
    "js/first.js": 'import { a } from "./second.js";\nimport "../libraries/big.js";\nimport("./late.js");\n',
    "js/second.js": '// import { b } from "./nothing.js";\nexport { b } from "./third.js";\nconst c = "./text.js";\n',
    "js/third.js": 'import { a } from "./second.js";\nimport { d } from "./second.js";\n',
    "libraries/big.js": "export const e = 1;\n",
}
ASSETS = Assets(FOLDER, {FOLDER + name: text.encode() for name, text in SCRIPTS.items()})


def test_imports_of_imports_are_named_once_and_nearest_first() -> None:
    assert imported_by("js/first.js", ASSETS) == ["js/second.js", "libraries/big.js", "js/third.js"]


def test_a_ring_of_imports_ends() -> None:
    assert imported_by("js/third.js", ASSETS) == ["js/second.js"]


def test_a_script_without_imports_names_none() -> None:
    assert imported_by("libraries/big.js", ASSETS) == []
