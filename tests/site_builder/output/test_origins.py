from pathlib import Path

from site_builder.core.problems import Problem, Source
from site_builder.core.project import Project
from site_builder.output.origins import find_origins

BASE = """\
<body>
  {% if words %}<p class="{{ kind }}" style="x">{{ words }}</p>{% endif %}
  <p class="plain">{{ words }}</p>
{{ words }}
<p>Twice, and twice.</p>
"""


def project_of(tmp_path: Path) -> Project:
    """A project with a template, a part of it, and a drawing."""
    for name, text in {
        "templates/base.j2": BASE,
        "templates/parts/part.j2": "<p>Twice, and twice.</p>\n<p>Here alone.</p>\n",
        "web/img/icon.svg": '<svg viewBox="0 0 9 9">\n<g style="x"/></svg>\n',
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    return Project(tmp_path)


def fault(line: str, column: int = 1, page: str = "a", number: int = 7) -> Problem:
    """A fault of a line in a finished page."""
    text = "\n" * (number - 1) + line
    return Source(f"dist/{page}.html", text).problem(number, column, "code", "is wrong", "mend it")


def told(tmp_path: Path, *faults: Problem) -> list[tuple[str, int, int, str]]:
    found = find_origins(project_of(tmp_path), faults)
    return [(one.path, one.line, one.column, one.text) for one in found]


def test_a_line_that_stands_so_in_a_template_or_drawing_is_named(tmp_path: Path) -> None:
    assert told(tmp_path, fault("<p>Here alone.</p>")) == [("templates/parts/part.j2", 2, 1, "is wrong")]
    assert told(tmp_path, fault('<g style="x"/></svg>')) == [("web/img/icon.svg", 2, 1, "is wrong")]


def test_a_line_with_values_in_it_is_known_by_the_rest(tmp_path: Path) -> None:
    assert told(tmp_path, fault('<p class="a" style="x">Some words.</p>')) == [
        ("templates/base.j2", 2, 3, "is wrong")
    ]
    assert told(tmp_path, fault('<p class="plain">Some words.</p>')) == [("templates/base.j2", 3, 3, "is wrong")]


def test_the_hint_stays_and_the_line_is_that_of_the_template(tmp_path: Path) -> None:
    (problem,) = find_origins(project_of(tmp_path), [fault('<p class="plain">Some words.</p>')])
    assert (problem.hint, problem.source_line) == ("mend it", '  <p class="plain">{{ words }}</p>')


def test_a_line_that_could_come_from_two_places_or_from_none_stays(tmp_path: Path) -> None:
    for line in ("<p>Twice, and twice.</p>", "Some words.", "<p>Written in a chapter.</p>"):
        assert told(tmp_path, fault(line)) == [("dist/a.html", 7, 1, "is wrong")]


def test_what_is_said_of_the_whole_file_stays(tmp_path: Path) -> None:
    assert told(tmp_path, fault("<p>Here alone.</p>", number=1)) == [("dist/a.html", 1, 1, "is wrong")]


def test_what_many_pages_share_is_told_once(tmp_path: Path) -> None:
    shared = [fault("<p>Written in a chapter.</p>", page=page) for page in "cba"]
    assert told(tmp_path, *shared) == [("dist/a.html", 7, 1, "is wrong; so in 2 more files")]
    assert told(tmp_path, *shared[:2]) == [("dist/b.html", 7, 1, "is wrong; so in 1 more file")]
    shared = [fault("<p>Here alone.</p>", page=page) for page in "cba"]
    assert told(tmp_path, *shared) == [("templates/parts/part.j2", 2, 1, "is wrong")]


def test_without_faults_nothing_is_read(tmp_path: Path) -> None:
    assert find_origins(Project(tmp_path / "nowhere"), []) == []
