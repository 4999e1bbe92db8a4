import pytest

from site_builder.content.located_yaml import parse_yaml
from site_builder.content.settings import OPTIONAL, check_settings
from site_builder.core.own_words import Notice, icon_name
from site_builder.core.problems import Problem, Source
from site_builder.core.settings import NEUTRAL_SITE, Settings

ALLOWED = ", ".join(["name", "headline", "description", "lang", *OPTIONAL])
NEEDED = "name: Tiny\nheadline: Small.\ndescription: A site.\nlang: en\n"


def check(text: str) -> tuple[Settings | None, list[Problem]]:
    parsed, problems = parse_yaml(Source("content/site.yaml", text))
    assert problems == []
    return check_settings(parsed)


def read(text: str) -> Settings:
    settings, problems = check(text)
    assert problems == []
    assert settings is not None
    return settings


def test_the_settings_are_read() -> None:
    assert read(f"{NEEDED}site_url: https://example.org/community/\n") == Settings(
        "Tiny", "Small.", "A site.", "en", "https://example.org/community/"
    )


@pytest.mark.parametrize("name", ["name", "headline", "description", "lang"])
def test_what_every_site_needs_must_be_there(name: str) -> None:
    text = "".join(row for row in NEEDED.splitlines(keepends=True) if not row.startswith(f"{name}:"))
    settings, problems = check(text)
    assert settings is None
    assert [problem.text for problem in problems] == [f'field "{name}" is missing']


@pytest.mark.parametrize("lang", ["en", "de", "pt-BR", "zh-Hant-TW", "gsw"])
def test_language_tags(lang: str) -> None:
    assert read(NEEDED.replace("lang: en", f"lang: {lang}")).lang == lang


@pytest.mark.parametrize("lang", ["English", "EN", "e", "en_US", "en-", '"en\\n"', '"en x"'])
def test_what_is_no_language_tag_is_refused(lang: str) -> None:
    settings, problems = check(NEEDED.replace("lang: en", f"lang: {lang}"))
    assert settings is None
    assert (problems[-1].code, problems[-1].line, problems[-1].column) == ("not-allowed", 4, 7)


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("site_url", "https://example.org/"),
        ("site_url", "http://localhost:8000/"),
        ("site_url", "http://[::1]:8000/a/"),
        ("site_url", "https://example.org/a/b-c/"),
        ("contact", "mailto:a@b.example"),
        ("contact", "https://example.org"),
        ("contact", "https://example.org/contact?to=us"),
        ("repository", "https://example.org/files"),
        ("exit_to", "https://example.org/weather/?today"),
    ],
)
def test_addresses(name: str, address: str) -> None:
    assert getattr(read(f"{NEEDED}{name}: {address}\n"), name) == address


AN_ADDRESS = {
    "site_url": "allowed: an address such as https://example.org/community/, with the slash at the end",
    "contact": "allowed: an address such as mailto:library@example.org or https://example.org/contact",
    "repository": "allowed: an address that starts with https://",
    "exit_to": "allowed: an address that starts with https://",
}


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("site_url", "https://example.org"),
        ("site_url", "https://example.org/a"),
        ("site_url", "example.org/"),
        ("site_url", "//example.org/"),
        ("site_url", "ftp://example.org/"),
        ("site_url", "https:///"),
        ("site_url", "https://example.org/?a=/"),
        ("site_url", "'https://example.org/#/'"),
        ("site_url", "https://exa mple.org/"),
        ("site_url", "https://https://example.org/"),
        ("site_url", "https://example.org//a/"),
        ("site_url", "https://me@example.org/"),
        ("contact", "https://https://example.org/"),
        ("repository", "https://https://example.org/"),
        ("contact", "a@b.example"),
        ("contact", "mailto:nobody"),
        ("contact", "mailto:a@b@c"),
        ("contact", "mailto:a@b.example?subject=x"),
        ("contact", "http://example.org"),
        ("contact", "555 0100"),
        ("repository", "http://example.org/files"),
        ("exit_to", "http://example.org/"),
        ("exit_to", "'javascript:alert(1)//https://example.org/'"),
        ("exit_to", "https:///weather"),
    ],
)
def test_what_cannot_be_such_an_address_is_refused(name: str, address: str) -> None:
    settings, (problem,) = check(f"{NEEDED}{name}: {address}\n")
    assert settings is None
    assert (problem.code, problem.line, problem.column) == ("not-allowed", 5, len(name) + 3)
    assert problem.hint == AN_ADDRESS[name]


def test_an_unknown_setting_is_refused_with_the_nearest() -> None:
    _, (problem,) = check(f"{NEEDED}siteurl: x\n")
    assert (problem.text, problem.line, problem.length) == ('unknown field "siteurl"', 5, 7)
    assert problem.hint == f'did you mean "site_url"? allowed: {ALLOWED}'


def test_who_runs_a_copy_may_be_said() -> None:
    given = (
        "operator: Maple Street Library\ncontact: mailto:desk@example.org\nrepository: https://example.org/files\n"
    )
    settings = read(NEEDED + given)
    assert settings.operator == "Maple Street Library"
    assert settings.contact == "mailto:desk@example.org"
    assert settings.repository == "https://example.org/files"


def test_nobody_has_to_say_it() -> None:
    settings = read(NEEDED)
    assert (settings.operator, settings.contact, settings.repository) == ("", "", "")


def test_a_book_is_by_those_who_wrote_this_one_if_nothing_is_said() -> None:
    assert (read(NEEDED).author, read(NEEDED).license) == ("The Community OS contributors", "CC BY 4.0")
    hers = read(f"{NEEDED}author: The desk\nlicense: CC BY-SA 4.0\n")
    assert (hers.author, hers.license) == ("The desk", "CC BY-SA 4.0")


@pytest.mark.parametrize(
    ("name", "below"),
    [
        ("Ledger", "Ledger"),
        ("Maple Street Ledger", "Maple Street"),
        ("Friends of Oak Street", "Friends"),
        ("Books & Bread", "Books"),
        ("Friends of X", "Friends of X"),
        ("Gloucestershire Ledger", "Gloucestershire"),
    ],
)
def test_what_stands_under_an_icon_is_the_start_of_the_name_if_nothing_is_said(name: str, below: str) -> None:
    assert icon_name(name) == below


def test_in_a_sentence_the_site_is_called_by_its_name_if_nothing_is_said() -> None:
    assert read(NEEDED).name_in_text == "Tiny"
    assert read(f"{NEEDED}called: The small one\n").name_in_text == "The small one"


NOTICE = "notice:\n  text: Closed on Monday.\n"


def test_a_notice_may_have_a_link() -> None:
    assert read(NEEDED).notice is None
    assert read(NEEDED + NOTICE).notice == Notice("Closed on Monday.")
    given = f"{NEEDED}{NOTICE}  link: hours.html\n  link_text: When we are open\n"
    assert read(given).notice == Notice("Closed on Monday.", "hours.html", "When we are open")


@pytest.mark.parametrize(
    ("given", "text"),
    [
        ("notice: Closed.\n", 'notice: "Closed." is not a set of fields'),
        ("notice:\n  link: a.html\n  link_text: A\n", 'field "text" is missing'),
        (f"{NOTICE}  link: a.html\n", 'field "link_text" is missing'),
        (f"{NOTICE}  link_text: A\n", 'field "link" is missing'),
    ],
)
def test_half_a_notice_is_refused(given: str, text: str) -> None:
    _, (problem, *_) = check(NEEDED + given)
    assert problem.text.removeprefix("notice: ") == text.removeprefix("notice: ")


def test_where_leaving_at_once_leads_is_neutral_if_nothing_is_said() -> None:
    assert read(NEEDED).exit_to == NEUTRAL_SITE
    assert read(NEEDED).exit_name == "www.weather.gov"
    assert read(f"{NEEDED}exit_to: https://example.org/a/b\n").exit_name == "example.org"
