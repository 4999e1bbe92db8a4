"""`content/help.yaml`: where people can turn, with the date of the last check."""

from scoring.fields import Checker
from scoring.issues import Path
from site_builder.content.located_yaml import Yaml
from site_builder.content.schema import check_yaml
from site_builder.core.model import HelpLines, HelpRegion, HelpService
from site_builder.core.problems import Problem


def check_help_lines(yaml: Yaml) -> tuple[HelpLines | None, list[Problem]]:
    """Check the help lines."""
    return check_yaml(yaml, _read)


def _read(checker: Checker, value: object) -> HelpLines:
    fields = checker.mapping(value, (), ["checked", "regions"])
    return HelpLines(
        checked=checker.text(fields["checked"], ("checked",), 40) if "checked" in fields else "",
        regions=checker.each(fields.get("regions", []), ("regions",), lambda v, p: _region(checker, v, p)),
    )


def _region(checker: Checker, value: object, path: Path) -> HelpRegion:
    fields = checker.mapping(value, path, ["name", "services"])
    return HelpRegion(
        name=checker.text(fields["name"], (*path, "name"), 60) if "name" in fields else "",
        services=checker.each(
            fields.get("services", []),
            (*path, "services"),
            lambda v, p: _service(checker, v, p),
            1 if "services" in fields else 0,
        ),
    )


def _service(checker: Checker, value: object, path: Path) -> HelpService:
    fields = checker.mapping(value, path, ["name", "what", "url"])

    def text(name: str, most: int) -> str:
        return checker.text(fields[name], (*path, name), most) if name in fields else ""

    url = text("url", 200)
    if url and not url.startswith("https://"):
        checker.note((*path, "url"), "not-allowed", f'"{url}" given', "an address that starts with https://")
    return HelpService(text("name", 60), text("what", 120), url)
