"""What is hers on the pages of her site: notice, header, name, icon and logo."""

from collections.abc import Callable
from pathlib import Path

from site_builder.exit_codes import GOOD
from tests.site_builder.commands import Told
from tests.site_builder.png import hex_of, make_png

NOTICE = """\
name: The Desk
notice:
  text: Closed on Monday.
  link: opening-hours.html
  link_text: When we are open
"""


def test_a_notice_and_a_page_in_the_header_are_hers_and_her_name_and_count_stand_in_the_words(
    told: Callable[..., Told], tmp_path: Path
) -> None:
    content, dist = tmp_path / "desk/content", tmp_path / "desk/dist"
    (content / "site.yaml").write_text(f"{NOTICE}leave_out: [local-life, groups]\n", "utf-8")
    fields = "title: When we are open.\nlabel: Opening hours\nsummary: Ours.\norder: 50\nnavigation: header\n"
    (content / "pages/opening-hours.md").write_text(f"---\n{fields}---\n\nAt nine.\n", "utf-8")
    chapter = fields.replace("navigation: header\n", "")
    (content / "chapters/13-choirs.md").write_text(f"---\n{chapter}---\n\nSing.\n", "utf-8")
    assert told("build").code == GOOD
    landing, chapters = (dist / "index.html").read_text("utf-8"), (dist / "chapters/index.html").read_text("utf-8")
    assert '<p class="notice calm">Closed on Monday. <a href="opening-hours.html">When we are open</a></p>' in landing
    assert landing.count('<a href="opening-hours.html">Opening hours</a>') == 1
    assert "The Desk treats it as a set of small repeated social" in landing
    assert '<p class="eyebrow">The Desk chapters</p>' in chapters
    assert "Eleven practices for belonging" in chapters
    assert "with eleven practices" in (dist / "manifest.webmanifest").read_text("utf-8")
    assert [path.name for path in dist.rglob("*.html") if "Community OS" in path.read_text("utf-8")] == ["about.html"]
    assert "are invented" in (dist / "chapters/belonging.html").read_text("utf-8")
    assert "are invented" not in (dist / "chapters/choirs.html").read_text("utf-8")
    assert (dist / "print.html").read_text("utf-8").count("are invented") == 10


def test_a_notice_that_leads_nowhere_is_told_in_her_settings(told: Callable[..., Told], tmp_path: Path) -> None:
    (tmp_path / "desk/content/site.yaml").write_text(NOTICE.replace("opening-hours", "safty"), "utf-8")
    refused = told("build")
    assert 'content/site.yaml:4:9: link: no page "safty.html"' in refused.err
    assert 'did you mean "safety.html"? allowed: a page of this site such as opening-hours.html' in refused.err
    assert "1 problem in 1 file" in refused.err


def test_her_icon_and_logo_may_be_pictures(told: Callable[..., Told], tmp_path: Path) -> None:
    folder, dist = tmp_path / "desk/web/img", tmp_path / "desk/dist"
    folder.mkdir(parents=True)
    (folder / "icon.png").write_bytes(make_png(512, 512, "#c00000"))
    (folder / "logo.png").write_bytes(make_png(400, 100))
    assert told("build").code == GOOD
    assert hex_of((dist / "icons/icon-192.png").read_bytes(), 9, 9) == "#c00000"
    for name, up in (("index.html", ""), ("chapters/repair.html", "../")):
        page = (dist / name).read_text("utf-8")
        (assets,) = [path.name for path in (dist / "assets").iterdir() if (path / "img").is_dir()]
        folder = f"{up}assets/{assets}/img"
        assert f'<link rel="icon" href="{folder}/icon.png" type="image/png">' in page
        assert f'<img src="{folder}/logo.png" alt="" width="112" height="28">' in page


def test_her_file_of_a_chapter_that_she_leaves_out_is_told(told: Callable[..., Told], tmp_path: Path) -> None:
    assert told("copy", "content/chapters/10-local-life.md").code == GOOD
    assert told("build").code == GOOD
    (tmp_path / "desk/content/site.yaml").write_text("name: Desk\nleave_out: [local-life]\n", "utf-8")
    assert told("build").err == (
        "content/chapters/10-local-life.md: content/site.yaml leaves this chapter out\n"
        "    take the file away, or the chapter out of leave_out\n"
        "\n1 problem in 1 file; nothing was written\n"
    )
