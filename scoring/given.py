"""What several requests bring, read and checked; each reader raises `Refused` with every fault."""

from dataclasses import replace

from scoring.catalogue import MAX_LENGTHS
from scoring.fields import checked
from scoring.form import Form, parse_form
from scoring.model import STRAND_IDS, Catalogue

type Fields = dict[str, object]


def given_form(fields: Fields, catalogue: Catalogue) -> Form:
    """The builder's form, with the choices that came beside it."""
    chosen = {name: fields.get(name) for name in ("another", "thin_spot", "promised")}
    return parse_form(fields["entries"], fields["today"], catalogue, **chosen)


def given_flags(fields: Fields) -> dict[str, bool]:
    """What texts may hold: scores and points, and the card its score."""
    names = ("numbers", "card_score")
    return checked(lambda checker: {name: checker.flag(fields.get(name, True), (name,)) for name in names})


def with_site(fields: Fields, catalogue: Catalogue) -> Catalogue:
    """The catalogue with what the page brings of its site: chapters that are not there, and its address."""
    if "left_out" in fields:
        gone = checked(lambda checker: checker.choices(fields["left_out"], ("left_out",), STRAND_IDS))
        catalogue = replace(catalogue, left_out=gone)
    return _with_address(fields, catalogue)


def _with_address(fields: Fields, catalogue: Catalogue) -> Catalogue:
    """Where the catalogue has none itself and the card has room."""
    if fields.get("site", "") == "":
        return catalogue
    site = checked(lambda checker: checker.address(fields["site"], ("site",)))
    return catalogue if catalogue.address or len(site) > MAX_LENGTHS["address"] else replace(catalogue, address=site)
