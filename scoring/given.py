"""What several requests bring, read and checked; each reader raises `Refused` with every fault."""

from dataclasses import replace

from scoring.catalogue import MAX_LENGTHS
from scoring.fields import checked
from scoring.form import Form, parse_form
from scoring.model import Catalogue

type Fields = dict[str, object]


def given_form(fields: Fields, catalogue: Catalogue) -> Form:
    """The builder's form, with the choices that came beside it."""
    chosen = {name: fields.get(name) for name in ("another", "thin_spot", "promised")}
    return parse_form(fields["entries"], fields["today"], catalogue, **chosen)


def given_flags(fields: Fields) -> dict[str, bool]:
    """What texts may hold: scores and points, and the card its score."""
    names = ("numbers", "card_score")
    return checked(lambda checker: {name: checker.flag(fields.get(name, True), (name,)) for name in names})


def with_site_address(fields: Fields, catalogue: Catalogue) -> Catalogue:
    """The catalogue with the address that the page brings, where it has none itself and the card has room."""
    if fields.get("site", "") == "":
        return catalogue
    site = checked(lambda checker: checker.address(fields["site"], ("site",)))
    return catalogue if catalogue.address or len(site) > MAX_LENGTHS["address"] else replace(catalogue, address=site)
