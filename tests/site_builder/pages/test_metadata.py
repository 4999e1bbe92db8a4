import json
import re
from dataclasses import replace

import pytest

from site_builder.build import ReadRuntime, build
from site_builder.core.colors import DARK, LIGHT
from site_builder.core.model import CitedReference, Files, Reference, ShownPage
from site_builder.core.page_registry import PAGES
from site_builder.core.page_words import PageWords
from site_builder.core.project import Project
from site_builder.core.settings import Settings
from site_builder.pages.metadata import Head, make_head
from tests.site_builder.png import size_of
from tests.site_builder.samples import ADDRESS, MOVED, SETTINGS

HERE = replace(SETTINGS, site_url="https://example.org/c/")
TOOLS = [spec.output for spec in PAGES if spec.runs_python]
SHELF = PageWords("chapters/index.html", "Chapters", "Twelve.")
META = re.compile(r'<meta (?:property|name)="((?:og|twitter):[^"]*)" content="([^"]*)">')
DATA = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
BOOK = Reference("book-1999", "book", "A book", "A. Person", "House", 1999, "", "It found much.")
STUDY = Reference(
    "study-2020", "study", "A study", "B. Person", "Press", 2020, "https://example.org/s", "It found more."
)
CHAPTER = ShownPage(
    slug="weak-ties",
    output="chapters/weak-ties.html",
    title="They keep it warm.",
    label="Weak Ties",
    summary="Say hello.",
    html="",
    headings=(),
    references=(CitedReference(1, BOOK, 1), CitedReference(2, STUDY, 0)),
    aliases=(),
    minutes=9,
)


def chapter_head(settings: Settings) -> Head:
    words = PageWords(CHAPTER.output, CHAPTER.label, CHAPTER.title, 3, description=CHAPTER.summary)
    return make_head(settings, words, CHAPTER, SHELF)


def page_head(settings: Settings, output: str = "safety.html") -> Head:
    return make_head(settings, PageWords(output, "Safety", "When not to.", description="Read first."))


def graph(head: Head) -> list[object]:
    assert head.structured["@context"] == "https://schema.org"
    found = head.structured["@graph"]
    assert isinstance(found, list)
    return found


def test_a_chapter_is_an_article_of_the_site() -> None:
    assert graph(chapter_head(SETTINGS)) == [
        {
            "@type": "Article",
            "headline": "They keep it warm.",
            "description": "Say hello.",
            "inLanguage": "en",
            "isPartOf": {"@type": "WebSite", "name": "Tiny"},
            "name": "Weak Ties",
            "position": 3,
            "license": "https://creativecommons.org/licenses/by/4.0/",
            "isAccessibleForFree": True,
            "timeRequired": "PT9M",
            "citation": [
                {"@type": "CreativeWork", "name": "A book"},
                {"@type": "CreativeWork", "name": "A study", "url": "https://example.org/s"},
            ],
        }
    ]


def test_with_an_address_a_chapter_says_where_it_is() -> None:
    article, trail = graph(chapter_head(HERE))
    assert article["url"] == "https://example.org/c/chapters/weak-ties.html"
    assert article["image"] == "https://example.org/c/social/chapters/weak-ties.png"
    assert article["isPartOf"]["url"] == "https://example.org/c/"
    assert trail == {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": 1, "name": "Tiny", "item": "https://example.org/c/"},
            {
                "@type": "ListItem",
                "position": 2,
                "name": "Chapters",
                "item": "https://example.org/c/chapters/index.html",
            },
            {
                "@type": "ListItem",
                "position": 3,
                "name": "Weak Ties",
                "item": "https://example.org/c/chapters/weak-ties.html",
            },
        ],
    }


def test_the_front_page_is_the_site_and_has_no_trail() -> None:
    words = PageWords("index.html", "Tiny", "A tiny site.", description="It is tiny.")
    assert graph(make_head(HERE, words)) == [
        {
            "@type": "WebSite",
            "name": "Tiny",
            "description": "It is tiny.",
            "inLanguage": "en",
            "url": "https://example.org/c/",
        }
    ]


def test_another_page_is_a_page_of_the_site() -> None:
    page, trail = graph(page_head(HERE))
    assert (page["@type"], page["name"], page["description"]) == ("WebPage", "Safety: When not to.", "Read first.")
    assert [step["name"] for step in trail["itemListElement"]] == ["Tiny", "Safety"]


def test_no_one_and_no_day_is_made_up() -> None:
    text = json.dumps([chapter_head(HERE).structured, page_head(HERE).structured])
    assert re.findall(r'"(author|publisher|creator|date\w*|Person|Organization)"', text) == []


def test_a_shared_link_has_words_and_with_an_address_a_picture() -> None:
    assert chapter_head(SETTINGS).open_graph == (
        ("og:title", "They keep it warm."),
        ("og:description", "Say hello."),
        ("og:type", "article"),
        ("og:site_name", "Tiny"),
    )
    assert chapter_head(SETTINGS).twitter_card == "summary"
    assert chapter_head(HERE).open_graph[4:] == (
        ("og:url", "https://example.org/c/chapters/weak-ties.html"),
        ("og:image", "https://example.org/c/social/chapters/weak-ties.png"),
        ("og:image:type", "image/png"),
        ("og:image:width", "1200"),
        ("og:image:height", "630"),
        ("og:image:alt", "Weak Ties: They keep it warm."),
    )
    assert chapter_head(HERE).twitter_card == "summary_large_image"
    assert dict(page_head(HERE).open_graph)["og:type"] == "website"


@pytest.mark.parametrize(
    ("lang", "locale"),
    [("en", None), ("pt-BR", "pt_BR"), ("zh-Hant-TW", "zh_TW"), ("de-at", "de_AT"), ("es-419", None)],
)
def test_a_locale_is_told_where_the_language_names_a_territory(lang: str, locale: str | None) -> None:
    assert dict(page_head(replace(SETTINGS, lang=lang)).open_graph).get("og:locale") == locale


class Site:
    """The tiny site, changed and built."""

    def __init__(self, tiny: Project, read_runtime: ReadRuntime) -> None:
        self.tiny = tiny
        self.read_runtime = read_runtime

    def change(self, name: str, old: str, new: str) -> None:
        path = self.tiny.content / name
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), "utf-8")

    def files(self) -> Files:
        return build(self.tiny, print, self.read_runtime).files


@pytest.fixture
def site(tiny: Project, read_runtime: ReadRuntime) -> Site:
    return Site(tiny, read_runtime)


def html_pages(files: Files) -> dict[str, str]:
    return {name: data.decode() for name, data in files.items() if name.endswith(".html")}


def data_of(html: str) -> dict[str, object]:
    (block,) = DATA.findall(html)
    return json.loads(block)


def test_every_page_names_its_picture_and_it_is_there(hosted_files: Files) -> None:
    pages = html_pages(hosted_files)
    del pages["404.html"], pages["offline.html"], pages[MOVED]
    for name, html in pages.items():
        said = dict(META.findall(html))
        address = said["og:image"].removeprefix(ADDRESS)
        assert address == f"social/{name.removesuffix('.html')}.png"
        assert tuple(int(said[f"og:image:{side}"]) for side in ("width", "height")) == size_of(hosted_files[address])
        assert said["twitter:card"] == "summary_large_image"


def test_without_an_address_nothing_whole_is_said_of_the_site_itself(tiny_files: Files) -> None:
    for html in html_pages(tiny_files).values():
        head = html.partition("</head>")[0]
        assert re.findall(r'(?:canonical|og:url|og:image|"item"|BreadcrumbList)', head) == []


def test_pages_that_run_python_bring_the_address_of_the_site_where_it_has_one(
    hosted_files: Files, tiny_files: Files
) -> None:
    with_python = {spec.output for spec in PAGES if spec.runs_python}
    brings = f' data-site="{ADDRESS}"'
    assert {name for name, html in html_pages(hosted_files).items() if brings in html} == with_python
    assert [name for name, html in html_pages(tiny_files).items() if " data-site=" in html] == []


def test_hidden_pages_say_nothing_and_ask_not_to_be_listed(hosted_files: Files) -> None:
    pages = html_pages(hosted_files)
    hidden = {name for name, html in pages.items() if '<meta name="robots" content="noindex">' in html}
    assert hidden == {"404.html", "offline.html", MOVED}
    for name in hidden:
        assert META.findall(pages[name]) == DATA.findall(pages[name]) == []
        assert "canonical" not in pages[name]


def test_no_title_can_end_the_data_or_leave_an_attribute(site: Site) -> None:
    bad = '</script><script>alert("x")</script><!-- &'
    site.change("chapters/04-friendship.md", "title: Call one friend.", f"title: '{bad}'")
    html = html_pages(site.files())["chapters/friendship.html"]
    article = data_of(html)["@graph"][0]
    assert article["headline"] == bad
    assert DATA.search(html)[1].count("<") == 0
    assert "<script>alert" not in html
    assert '<meta property="og:title" content="&lt;/script&gt;&lt;script&gt;alert(&#34;x&#34;)' in html


def test_words_are_said_as_they_are_written_and_not_escaped_twice(site: Site) -> None:
    site.change("chapters/04-friendship.md", "title: Call one friend.", 'title: Tom & Ann\'s "tea"')
    html = html_pages(site.files())["chapters/friendship.html"]
    assert data_of(html)["@graph"][0]["headline"] == 'Tom & Ann\'s "tea"'
    assert '<meta property="og:title" content="Tom &amp; Ann&#39;s &#34;tea&#34;">' in html
    assert "&amp;#" not in html


def test_every_page_has_data_that_can_be_read(tiny_files: Files) -> None:
    for name, html in html_pages(tiny_files).items():
        if name not in ("404.html", "offline.html"):
            assert data_of(html)["@graph"][0]["@type"] in ("WebSite", "Article", "WebPage")


def test_chapters_are_numbered_in_their_order(tiny_files: Files) -> None:
    pages = html_pages(tiny_files)
    places = {
        name: data_of(html)["@graph"][0]["position"] for name, html in pages.items() if 'content="article"' in html
    }
    assert sorted(places.values()) == list(range(1, 13))
    assert (places["chapters/belonging.html"], places["chapters/weekly-review.html"]) == (1, 12)


def test_the_frame_of_the_browser_has_the_color_of_the_paper(tiny_files: Files) -> None:
    html = tiny_files["index.html"].decode()
    for colors, theme in ((LIGHT, "light"), (DARK, "dark")):
        assert f'<meta name="theme-color" content="{colors.paper}" media="(prefers-color-scheme: {theme})">' in html


def manifest(files: Files) -> dict[str, object]:
    return json.loads(files["manifest.webmanifest"])


def test_the_manifest_names_what_is_there(tiny_files: Files) -> None:
    said = manifest(tiny_files)
    assert (said["start_url"], said["scope"]) == ("index.html", "./")
    for icon in said["icons"]:
        assert "x".join(map(str, size_of(tiny_files[icon["src"]]))) == icon["sizes"]
    plain = [{name: icon[name] for name in ("src", "sizes", "type")} for icon in said["icons"]]
    assert {(icon["sizes"], icon["purpose"]) for icon in said["icons"]} >= {
        ("192x192", "any"),
        ("512x512", "any"),
        ("512x512", "maskable"),
    }
    assert [entry["url"] for entry in said["shortcuts"]] == [*TOOLS, "chapters/weekly-review.html"]
    assert all(entry["url"] in tiny_files and entry["name"] for entry in said["shortcuts"])
    assert all(icon in plain for entry in said["shortcuts"] for icon in entry["icons"])


def test_the_manifest_has_the_words_and_colors_of_the_site(site: Site) -> None:
    site.change("site.yaml", "short_name: Ledger", "short_name: 'A \"b\" <c>'")
    said = manifest(site.files())
    assert said["short_name"] == 'A "b" <c>'
    assert said["background_color"] == said["theme_color"] == LIGHT.paper
    assert said["lang"] == "en"


def test_without_a_short_name_as_much_of_the_name_as_has_room_is_under_the_icon(site: Site) -> None:
    site.change("site.yaml", "short_name:", "# short_name:")
    said = manifest(site.files())
    assert said["name"] == "Community OS / Neighborhood Ledger"
    assert said["short_name"] == "Community OS"


def test_every_page_leads_to_the_manifest_and_the_icon_from_where_it_is(tiny_files: Files) -> None:
    for name, html in html_pages(tiny_files).items():
        up = "../" * name.count("/")
        assert f'<link rel="manifest" href="{up}manifest.webmanifest">' in html
        assert f'<link rel="apple-touch-icon" href="{up}icons/apple-touch-icon.png">' in html
