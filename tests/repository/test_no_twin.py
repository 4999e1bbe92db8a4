"""The browser's scripts hold no rule of the model and no way to run or write text as code."""

import re
from collections.abc import Iterator

import pytest

from scoring.model import BANDS, CAPACITIES, MAP_CHAPTER, REVIEW_CHAPTER, STRAND_IDS
from site_builder.core.project import Project

IDS = (*STRAND_IDS, MAP_CHAPTER, REVIEW_CHAPTER, *CAPACITIES[1:], *(band for band, _ in BANDS))
NONE = CAPACITIES[0]
FORBIDDEN = {
    "a rule": r"Math\.(sqrt|pow|cbrt|hypot|exp|log)|\*\*",
    "text as HTML": r"innerHTML|outerHTML|insertAdjacentHTML|setHTMLUnsafe|document\.write|createContextualFragment",
    "text as code": r"\beval\b|\bnew\s+Function\b|\bset(?:Timeout|Interval)\(\s*[\"'`]",
    "a name of the model": (
        rf"(?<![\w-])(?!some\()(?:{'|'.join(IDS)})(?![\w-])|capacity\b.*[\"'`]{NONE}|[\"'`]{NONE}[\"'`].*\bcapacity"
    ),
}
"""A call of the list method some(...) is not the capacity of that name, nor is every "none" one."""

TOKEN = re.compile(
    r"""(?P<comment>//[^\n]*|/\*.*?\*/)|(?P<text>"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`)""",
    re.DOTALL,
)
ALLOWED = re.compile(r"// allowed: \w+ \w+ \w+")
"""The only way out: a comment at the end of the line that says why, in three words at least. None is needed yet."""


def code_lines(script: str) -> Iterator[tuple[int, str]]:
    """The lines of a script without its comments, except those with a line that says why something is allowed."""
    excused = {number for number, line in enumerate(script.splitlines(), start=1) if ALLOWED.search(line)}
    code = TOKEN.sub(lambda m: re.sub(r"[^\n]", " ", m.group()) if m.group("comment") else m.group(), script)
    for number, line in enumerate(code.splitlines(), start=1):
        if number not in excused:
            yield number, line


def findings(script: str) -> list[tuple[int, str]]:
    """Lines and kinds of what no script may hold."""
    return [
        (number, kind)
        for number, line in code_lines(script)
        for kind, pattern in FORBIDDEN.items()
        if re.search(pattern, line)
    ]


def test_the_scripts_hold_no_rule(project: Project) -> None:
    scripts = sorted(project.web.rglob("*.*js"))
    assert len(scripts) >= 5
    found = {project.name(path): findings(path.read_text("utf-8")) for path in scripts}
    assert {name: lines for name, lines in found.items() if lines} == {}


@pytest.mark.parametrize(
    ("script", "kind"),
    [
        ("const root = Math.sqrt(x);", "a rule"),
        ("const root = x ** 0.5;", "a rule"),
        ("Math.pow(x, 2)", "a rule"),
        ("box.innerHTML = text;", "text as HTML"),
        ("box.insertAdjacentHTML('beforeend', text)", "text as HTML"),
        ("document.write(text)", "text as HTML"),
        ("eval(text)", "text as code"),
        ("new Function(text)()", "text as code"),
        ("setTimeout('go()', 5)", "text as code"),
        ("if (id === 'weak-ties') go();", "a name of the model"),
        ("answers.hosting = 3;", "a name of the model"),
        ("find(`[name='answers.repair']`)", "a name of the model"),
        ('capacity === "some"', "a name of the model"),
        ('if (form.capacity === "none") rest();', "a name of the model"),
        ('const rests = "none" === capacity;', "a name of the model"),
        ("const quiet = 25;", "a name of the model"),
        ("const url = 'https://example.org/'; eval(url);", "text as code"),
        ("/* a */ eval(x) // b", "text as code"),
    ],
)
def test_what_no_script_may_hold_is_found(script: str, kind: str) -> None:
    assert (1, kind) in findings(script)


@pytest.mark.parametrize(
    "script",
    [
        "// innerHTML is never used here",
        "/** @param {string} x eval ** */",
        "const evaluate = 1;",
        "items.some((item) => item.hidden)",
        "const groupsOf = repairs;",
        'box.style.display === "none"',
        "setTimeout(go, 5)",
        "x = eval(y) // allowed: tests need it",
    ],
)
def test_what_a_script_may_hold_is_not(script: str) -> None:
    assert findings(script) == []


def test_an_excuse_needs_a_reason() -> None:
    assert findings("eval(y) // allowed: yes") == [(1, "text as code")]
