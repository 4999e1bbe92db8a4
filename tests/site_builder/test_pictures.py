"""Which pictures of the content are published."""

from site_builder.build import ReadRuntime, build
from site_builder.core.project import Project


def test_the_pictures_of_a_site_are_those_that_its_pages_show(tiny: Project, read_runtime: ReadRuntime) -> None:
    pictures = tiny.content / "pictures"
    pictures.mkdir()
    for name in ("shown", "drafted", "unused"):
        (pictures / f"{name}.svg").write_text('<svg viewBox="0 0 360 90"/>', "utf-8")
    chapter = tiny.content / "chapters" / "04-friendship.md"
    chapter.write_text(chapter.read_text("utf-8") + "\n![Shown](../pictures/shown.svg)\n", "utf-8")
    fields = "title: T\nlabel: L\nsummary: S\norder: 90\ndraft: true\n"
    draft = f"---\n{fields}---\n\n![Drafted](pictures/drafted.svg)\n"
    (tiny.content / "pages" / "later.md").write_text(draft, "utf-8")
    files = build(tiny, print, read_runtime).files
    assert [name for name in files if name.startswith("pictures/")] == ["pictures/shown.svg"]
