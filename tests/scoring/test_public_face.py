"""`scoring.__all__` is what the package offers, and all that it offers."""

from types import ModuleType

import scoring


def test_all_is_every_public_name_that_is_really_there() -> None:
    public = {
        name
        for name, value in vars(scoring).items()
        if not name.startswith("_") and not isinstance(value, ModuleType)
    }
    assert public == set(scoring.__all__)


def test_all_names_nothing_twice() -> None:
    assert len(scoring.__all__) == len(set(scoring.__all__))


def test_every_public_name_comes_from_inside_the_package() -> None:
    homes = {name: getattr(getattr(scoring, name), "__module__", "scoring") for name in scoring.__all__}
    assert {name: home for name, home in homes.items() if home.split(".")[0] != "scoring"} == {}


def test_everything_public_says_what_it_is() -> None:
    silent = [
        name
        for name in scoring.__all__
        if name != "MODEL_VERSION" and not (getattr(scoring, name).__doc__ or "").strip()
    ]
    assert silent == []
