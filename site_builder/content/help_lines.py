"""`content/help.yaml`: where people can turn, and where and when each line was last looked up."""

from scoring.dates import read_day
from scoring.fields import Checker
from scoring.issues import Path
from site_builder.content.located_yaml import Yaml
from site_builder.content.schema import YamlChecker, check_yaml, read_https
from site_builder.core.help_lines import HelpLines, HelpRegion, HelpService
from site_builder.core.problems import Problem


def check_help_lines(yaml: Yaml) -> tuple[HelpLines | None, list[Problem]]:
    """Check the help lines."""
    return check_yaml(yaml, read_help_lines)


def read_help_lines(checker: YamlChecker, value: object) -> HelpLines:
    """Read the help lines with checks."""
    fields = checker.mapping(value, (), ["checked", "regions"])
    return HelpLines(
        checked=checker.text_of(fields, (), "checked", 40),
        regions=checker.each(fields.get("regions", []), ("regions",), lambda v, p: _region(checker, v, p)),
    )


def _region(checker: YamlChecker, value: object, path: Path) -> HelpRegion:
    fields = checker.mapping(value, path, ["name", "services"])
    return HelpRegion(
        name=checker.text_of(fields, path, "name", 60),
        services=checker.each(
            fields.get("services", []),
            (*path, "services"),
            lambda v, p: _service(checker, v, p),
            1 if "services" in fields else 0,
        ),
    )


def _service(checker: YamlChecker, value: object, path: Path) -> HelpService:
    fields = checker.mapping(value, path, ["name", "what", "url"], ["looked_up", "at", "year"])
    service = HelpService(
        checker.text_of(fields, path, "name", 60),
        checker.text_of(fields, path, "what", 120),
        read_https(checker, fields, path, "url", 200),
        checker.text_of(fields, path, "looked_up", 10),
        read_https(checker, fields, path, "at", 200),
        str(checker.whole(fields["year"], (*path, "year"), 1990, 2100)) if "year" in fields else "",
    )
    if service.looked_up:
        read_day(checker, service.looked_up, (*path, "looked_up"))
    _check_together(checker, fields, path)
    return service


def _check_together(checker: Checker, fields: dict[str, object], path: Path) -> None:
    """A day says nothing without the page that was read, nor a page without the day."""
    given = {"looked_up", "at", "year"} & fields.keys()
    for name in ("looked_up", "at"):
        if given and name not in fields:
            checker.note(path, "missing-key", f'field "{name}" is missing beside {" and ".join(sorted(given))}')
