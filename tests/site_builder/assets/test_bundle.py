import re
from gzip import compress
from pathlib import Path

import pytest

from site_builder.assets.bundle import bundle_scripts, pack_sheets, read_scripts
from site_builder.core.problems import ContentProblems, MissingPart
from site_builder.core.project import Project

MODULES = {
    "entries/page.js": 'import "../site/page.js";\n',
    "entries/builder.js": (
        '// A word.\nimport { look } from "../dom/look.js";\nimport "../site/page.js";\nlook("ß tool");\n'
    ),
    "entries/search.js": "const late = () => import(new URL('../libraries/x.js', import.meta.url).href);\nlate();\n",
    "entries/scoring-worker.js": "postMessage(1);\n",
    "site/page.js": 'import { look } from "../dom/look.js";\nlook();\n',
    "search/look.js": "export const other = 1;\n",
    "dom/look.js": "export function look(shown) {\n  console.info(shown);\n}\nlook(0);\n",
}


IMPORT = re.compile(r"^(import|export)\b", re.MULTILINE)


def write(project: Project, root: Path, modules: dict[str, str]) -> Project:
    for name, text in modules.items():
        path = root / "web" / "js" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    (root / "node_modules").symlink_to(project.root / "node_modules")
    return Project(root)


def told(project: Project) -> list[str]:
    """What is said of the modules of a project."""
    with pytest.raises(ContentProblems) as caught:
        read_scripts(project, print)
    return [f"{one.path}:{one.line}:{one.column}: {one.text}" for one in caught.value.problems]


def test_each_entry_becomes_one_file_with_all_that_it_imports_once(project: Project, tmp_path: Path) -> None:
    scripts = {name: data.decode() for name, data in read_scripts(write(project, tmp_path, MODULES), print).items()}
    assert set(scripts) == {"js/builder.js", "js/page.js", "js/scoring-worker.js", "js/search.js"}
    assert not any(IMPORT.search(text) for text in scripts.values())
    builder = scripts["js/builder.js"]
    assert builder.count("function look(shown)") == builder.count("look(0)") == 1
    assert builder.index("look(0)") < builder.index("look();") < builder.index('look("ß tool")')
    assert "A word" not in builder


def test_what_is_loaded_late_stays_outside(project: Project, tmp_path: Path) -> None:
    scripts = read_scripts(write(project, tmp_path, MODULES), print)
    assert b"../libraries/x.js" in scripts["js/search.js"]
    assert b"import.meta.url" in scripts["js/search.js"]


def test_the_scripts_are_made_anew_when_a_module_changes_and_only_then(project: Project, tmp_path: Path) -> None:
    copy = write(project, tmp_path, MODULES)
    first = read_scripts(copy, print)
    kept = {path: path.stat().st_ino for path in (copy.cache / "scripts").rglob("*")}
    assert read_scripts(copy, print) == first
    assert {path: path.stat().st_ino for path in (copy.cache / "scripts").rglob("*")} == kept
    (copy.web / "js" / "dom" / "look.js").write_text(MODULES["dom/look.js"].replace("shown", "seen"), "utf-8")
    assert b"look(seen)" in read_scripts(copy, print)["js/page.js"]


def test_a_single_module_becomes_a_script_beside_them(project: Project, tmp_path: Path) -> None:
    copy = write(project, tmp_path, MODULES)
    read_scripts(copy, print)
    ((name, text),) = bundle_scripts(copy, ["dom/look.js"], print).items()
    assert name == "js/look.js"
    assert b"export {\n  look\n};" in text


def test_a_mistake_in_a_module_is_told_with_its_place(project: Project, tmp_path: Path) -> None:
    copy = write(project, tmp_path, MODULES | {"dom/look.js": "export function look() {\n  const;\n}\n"})
    assert told(copy) == ['web/js/dom/look.js:2:8: expected identifier but found ";"']
    assert not list(copy.cache.rglob("scripts.json"))


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ('"https://cdn.example/a.js"', "https://cdn.example/a.js"),
        ("'//cdn.example'", "//cdn.example"),
        ("`wss://cdn.example/${1}`", "wss://cdn.example/${1}"),
    ],
)
def test_an_address_of_another_host_in_a_module_is_told_with_its_place(
    project: Project, tmp_path: Path, address: str, shown: str
) -> None:
    copy = write(
        project, tmp_path, MODULES | {"dom/look.js": f"export function look() {{\n  fetch({address});\n}}\n"}
    )
    assert told(copy) == [f'web/js/dom/look.js:2:10: "{shown}" would be fetched from another host']


def test_the_name_of_a_language_of_markup_is_no_address(project: Project, tmp_path: Path) -> None:
    line = 'console.info("http://www.w3.org/2000/svg", "a // b");\n'
    assert read_scripts(write(project, tmp_path, MODULES | {"dom/look.js": MODULES["dom/look.js"] + line}), print)


def test_all_mistakes_of_modules_are_told_at_once(project: Project, tmp_path: Path) -> None:
    copy = write(project, tmp_path, MODULES)
    for name, text in {
        "dom/look.js": b'export function look() {\n  fetch("https://cdn.example/");\n  let;;\n  const;\n}\n',
        "site/page.js": b"caf\xe9",
    }.items():
        (copy.web / "js" / name).write_bytes(text)
    assert [text.rpartition(": ")[0] for text in told(copy)] == [
        "web/js/dom/look.js:2:10",
        "web/js/dom/look.js:4:8",
        "web/js/site/page.js:1:1",
    ]


def test_a_script_that_is_no_module_is_looked_at_too(project: Project, tmp_path: Path) -> None:
    worker = 'const = 1;\nfetch("//cdn.example");\n'
    assert told(write(project, tmp_path, MODULES | {"../offline/sw.js": worker})) == [
        'web/offline/sw.js:1:7: expected identifier but found "="',
        'web/offline/sw.js:2:8: "//cdn.example" would be fetched from another host',
    ]


def test_without_the_package_the_set_up_is_named(tmp_path: Path) -> None:
    with pytest.raises(MissingPart, match="the npm package esbuild is missing; run: make setup"):
        read_scripts(Project(tmp_path), print)


def test_the_real_scripts_stand_alone(project: Project) -> None:
    scripts = {name: data.decode() for name, data in read_scripts(project, print).items()}
    for name, text in scripts.items():
        assert IMPORT.search(text) is None, name


def test_what_nobody_calls_is_left_out(project: Project) -> None:
    scripts = read_scripts(project, print)
    assert len(compress(scripts["js/sealing-worker.js"], 9)) < 40_000
    assert b"post-quantum/hybrid.js" in scripts["js/sealing-worker.js"]
    assert b"ml-kem" not in scripts["js/sealing-worker.js"]


def test_a_style_sheet_loses_comments_and_space_and_nothing_else(project: Project, tmp_path: Path) -> None:
    sheet = '/* why */\n.say::before {\n  content: "/* ß */";\n  margin: 0  1px;\n}\n'
    packed = pack_sheets(write(project, tmp_path, {}), {"css/a.css": sheet.encode()}, print)
    assert packed == {"css/a.css": '.say::before{content:"/* ß */";margin:0 1px}\n'.encode()}
