import re

import pytest

from site_builder.build import ReadRuntime, build
from site_builder.core.model import Files
from site_builder.core.problems import ContentProblems, Problem
from site_builder.core.project import Project
from tests.site_builder.samples import ADDRESS


@pytest.fixture
def make(tiny: Project, read_runtime: ReadRuntime) -> "Make":
    return Make(tiny, read_runtime)


class Make:
    """Changes files of the tiny site and builds it."""

    def __init__(self, project: Project, read_runtime: ReadRuntime) -> None:
        self.project = project
        self.read_runtime = read_runtime

    def change(self, name: str, old: str, new: str) -> None:
        path = self.project.root / name
        text = path.read_text("utf-8")
        assert old in text, f"{name} has no {old}"
        path.write_text(text.replace(old, new, 1), "utf-8")

    def files(self) -> Files:
        return build(self.project, print, self.read_runtime).files

    def problems(self) -> list[Problem]:
        with pytest.raises(ContentProblems) as caught:
            self.files()
        return list(caught.value.problems)

    def line_of(self, name: str, text: str) -> int:
        lines = (self.project.root / name).read_text("utf-8").splitlines()
        return next(number for number, line in enumerate(lines, start=1) if text in line)


def test_an_undefined_word_is_told_with_the_line_of_the_template(make: Make) -> None:
    make.change("templates/404.html.j2", "words.missing.text", "words.missing.txet")
    (problem,) = make.problems()
    assert (problem.path, problem.line, problem.code) == (
        "content/words.yaml",
        make.line_of("content/words.yaml", "This page is not here"),
        "missing-key",
    )
    line = make.line_of("templates/404.html.j2", "txet")
    assert problem.text == f'field "missing.txet" is missing; templates/404.html.j2:{line} shows it'
    assert problem.hint == 'did you mean "text"?'


def test_a_word_that_is_taken_out_is_told_where_it_is_used(make: Make) -> None:
    make.change("content/words.yaml", "  open_chapter: Open chapter\n", "")
    (problem,) = make.problems()
    line = make.line_of("templates/partials/cards.html.j2", "open_chapter")
    assert problem.path == "content/words.yaml"
    assert problem.text.endswith(
        f'field "common.open_chapter" is missing; templates/partials/cards.html.j2:{line} shows it'
    )


def test_a_mistake_in_the_frame_of_all_pages_is_told_once(make: Make) -> None:
    make.change("templates/base.html.j2", "words.common.skip", "words.common.ship")
    (problem,) = make.problems()
    assert (
        f'"common.ship" is missing; templates/base.html.j2:{make.line_of("templates/base.html.j2", "ship")}'
        in problem.text
    )


def test_a_mistake_of_syntax_is_told_with_the_line_of_the_template(make: Make) -> None:
    make.change("templates/404.html.j2", "{{ words.missing.text }}", "{{ words.missing.text }")
    (problem,) = make.problems()
    assert (problem.path, problem.code) == ("templates/404.html.j2", "template")
    assert problem.line == make.line_of("templates/404.html.j2", "missing.text }<")
    assert problem.text == "template: unexpected '}'"


def test_a_block_that_does_not_end_is_told(make: Make) -> None:
    make.change("templates/partials/cards.html.j2", "{% endfor %}", "")
    (problem,) = make.problems()
    assert problem.path == "templates/partials/cards.html.j2"
    assert "endfor" in problem.text


def test_the_mistakes_of_all_templates_are_told_at_once(make: Make) -> None:
    make.change("templates/404.html.j2", "words.missing.text", "wrods.missing.text")
    make.change("templates/chapters.html.j2", "words.chapters.heading", "wrods.chapters.heading")
    assert [problem.path for problem in make.problems()] == ["templates/404.html.j2", "templates/chapters.html.j2"]


def test_a_page_template_that_is_not_there_is_a_problem(make: Make) -> None:
    (make.project.templates / "404.html.j2").unlink()
    (problem,) = make.problems()
    assert (problem.path, problem.line, problem.code) == ("templates", 0, "template")
    assert "404.html.j2" in problem.text


def test_a_page_may_show_any_file_of_the_finished_site(make: Make) -> None:
    shown = '<img src="{{ url(\'social/index.png\') }}" alt=""><img src="{{ url(\'icons/icon-192.png\') }}" alt="">'
    make.change("templates/404.html.j2", "<h1>", f'{shown}<a href="sw.js">a</a><h1>')
    assert b'<img src="social/index.png"' in make.files()["404.html"]


def test_whatever_the_content_says_is_escaped(make: Make) -> None:
    bad = '<script>alert("x")</script>'
    make.change("content/site.yaml", "headline: ", f"headline: '{bad} ' #")
    make.change("content/words.yaml", "skip: Skip to the main text", """skip: '<3 > 2 & "more"'""")
    make.change("content/chapters/04-friendship.md", "title: Call one friend.", f"title: '{bad}'")
    make.change("content/practices.yaml", "label: Repeated contact", "label: '<b>Repeated'")
    make.change("content/sources.yaml", "authors: Person, A.", f"authors: '{bad}'")
    files = make.files()
    assert ">&lt;3 &gt; 2 &amp; &#34;more&#34;<" in files["builder.html"].decode()
    for name in ("index.html", "chapters/friendship.html", "chapters/belonging.html"):
        html = files[name].decode()
        assert "<script>alert" not in html
        assert "<b>Repeated" not in html
        assert "&lt;script&gt;alert" in html


def test_quotation_marks_of_the_content_cannot_leave_an_attribute(make: Make) -> None:
    make.change("content/site.yaml", "description: ", "description: 'x\" onload=\"y' #")
    html = make.files()["index.html"].decode()
    assert '<meta name="description" content="x&#34; onload=&#34;y">' in html


def test_every_page_addresses_the_style_from_where_it_is(tiny_files: Files) -> None:
    for name in ("index.html", "chapters/index.html", "chapters/weak-ties.html"):
        up = "../" * name.count("/")
        assert re.search(rf'<link rel="stylesheet" href="{up}assets/\w+/css/site\.css">', tiny_files[name].decode())


def test_the_builder_names_the_runtime_and_its_edition(tiny_files: Files) -> None:
    html = tiny_files["builder.html"].decode()
    assert 'data-runtime="runtime/test/" data-edition="edition"' in html


def test_chapters_know_their_neighbors(tiny_files: Files) -> None:
    first, second, last = (
        tiny_files[f"chapters/{slug}.html"].decode() for slug in ("belonging", "social-map", "weekly-review")
    )
    assert 'rel="prev"' not in first
    assert '<a rel="next" href="social-map.html">' in first
    assert '<a rel="prev" href="belonging.html">' in second
    assert '<a rel="next" href="weak-ties.html">' in second
    assert 'rel="next"' not in last


def test_without_a_known_address_the_missing_page_is_relative_as_all_pages(tiny_files: Files) -> None:
    assert '<a class="brand" href="index.html">' in tiny_files["404.html"].decode()


def test_with_a_known_address_the_missing_page_and_it_alone_starts_at_the_root(hosted_files: Files) -> None:
    missing = hosted_files["404.html"].decode()
    assert '<a class="brand" href="/a/b/index.html">' in missing
    assert 'href="/a/b/assets/' in missing
    assert '<a class="skip-link" href="#main">' in missing
    for name in set(hosted_files) - {"404.html"}:
        assert b'="/' not in hosted_files[name] or not name.endswith(".html")


def test_the_address_of_the_site_names_the_one_true_address_of_a_page(hosted_files: Files) -> None:
    assert f'<link rel="canonical" href="{ADDRESS}">' in hosted_files["index.html"].decode()
    assert f'<link rel="canonical" href="{ADDRESS}safety.html">' in hosted_files["safety.html"].decode()


def test_a_word_of_the_wrong_kind_is_a_problem_and_no_bug(make: Make) -> None:
    text = (make.project.content / "words.yaml").read_text("utf-8")
    start, end = text.index("    numbered:\n"), text.index("  builder:\n    label:")
    make.change("content/words.yaml", text[start:end], "    numbered: 5\n")
    (problem,) = make.problems()
    assert (problem.path, problem.code) == ("content/words.yaml", "wrong-type")
    assert problem.line == make.line_of("content/words.yaml", "numbered: 5")


def test_a_part_of_a_template_that_is_not_there_is_named_as_missing(make: Make) -> None:
    make.change("templates/chapters.html.j2", "partials/cards.html.j2", "partials/crads.html.j2")
    (problem,) = make.problems()
    assert (problem.path, problem.line) == (
        "templates/chapters.html.j2",
        make.line_of("templates/chapters.html.j2", "crads"),
    )
    assert problem.text != "template: partials/crads.html.j2"


def test_an_error_of_our_own_code_stays_a_bug(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("planted")

    monkeypatch.setattr("site_builder.pages.environment.worksheet_values", fail)
    with pytest.raises(ZeroDivisionError, match="planted"):
        make.files()


def test_pages_with_a_weight_limit_do_not_grow_with_every_further_chapter(make: Make) -> None:
    before = make.files()
    fields = 'title: "Walks, for once."\nlabel: Walks\nsummary: Go out.\norder: 900\n'
    chapter = f"---\n{fields}---\n\nText.\n"
    (make.project.content / "chapters" / "900-night-walks.md").write_text(chapter, "utf-8")
    after = make.files()
    assert after["builder.html"] == before["builder.html"]
    assert b"Walks" not in after["index.html"]
    assert (
        after["index.html"].count(b'href="chapters/index.html"')
        == before["index.html"].count(b'href="chapters/index.html"') + 1
    )
    assert all(b"Walks" in after[name] for name in ("chapters/index.html", "search.html", "offline.html"))


PEOPLE = ("privacy.html", "accessibility.html", "about.html")


def test_pages_say_who_runs_the_copy(make: Make) -> None:
    said = "operator: A & B\ncontact: mailto:desk@example.org\nrepository: https://example.org/files\n"
    make.change("content/site.yaml", "lang: en\n", f"lang: en\n{said}")
    files = make.files()
    for name in PEOPLE:
        html = files[name].decode()
        assert "<p>This copy is run by A &amp; B.</p>" in html
        assert '<a href="mailto:desk@example.org">desk@example.org</a>' in html
        assert html.count('id="operator"') == 1
        assert ('<a href="https://example.org/files">https://example.org/files</a>' in html) == (name == "about.html")


def test_an_address_alone_is_shown_as_well(make: Make) -> None:
    make.change("content/site.yaml", "lang: en\n", "lang: en\ncontact: https://example.org/desk\n")
    html = make.files()["privacy.html"].decode()
    assert '<a href="https://example.org/desk">https://example.org/desk</a>' in html
    assert "This copy is run by" not in html


def test_where_nobody_says_who_runs_it_nothing_is_shown(tiny_files: Files) -> None:
    for name in PEOPLE:
        assert b'"operator"' not in tiny_files[name]
        assert b"#files" not in tiny_files[name]


def test_a_help_line_says_where_it_was_read_or_that_it_is_not_confirmed(make: Make) -> None:
    lines = """\
checked: today
regions:
  - name: Here
    services:
      - {name: Read, what: call, url: https://a.example/, looked_up: 2026-11-28, at: https://b.example/, year: 2019}
      - {name: New, what: call 2, url: https://c.example/, looked_up: 2026-11-28, at: https://d.example/2}
      - {name: Old, what: call 3 or 1-800 <b>, url: https://e.example/}
"""
    (make.project.content / "help.yaml").write_text(lines, "utf-8")
    html = make.files()["safety.html"].decode()
    assert '<a href="https://a.example/">Read</a>: call</li>' in html
    old = (
        'call 3 or <bdi dir="ltr" class="whole">1-800</bdi> &lt;b&gt; <span class="small">(not confirmed)</span></li>'
    )
    assert f'<a href="https://e.example/">Old</a>: {old}' in html
    day = '<time datetime="2026-11-28">November 28, 2026</time></li>'
    assert f'<li>Read: <a href="https://b.example/"><bdi>b.example/</bdi></a>, a page of 2019, {day}' in html
    assert f'<li>New: <a href="https://d.example/2"><bdi>d.example/2</bdi></a>, {day}' in html
