"""The types of the gateway for JavaScript: `make contract` writes `web/types/scoring.d.ts` from those of scoring."""

import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import ModuleType, NoneType, UnionType, get_original_bases
from typing import Literal, TypeAliasType, Union, get_args, get_origin, get_type_hints, is_typeddict

from scoring import request_types, result_types
from scoring.contract import EXCHANGES
from scoring.ledger import request_types as ledger_requests
from scoring.ledger import result_types as ledger_results

MODULES = (request_types, result_types, ledger_requests, ledger_results)
TARGET = Path(__file__).parents[1] / "web" / "types" / "scoring.d.ts"
PLAIN: Mapping[object, str] = {
    str: "string", int: "number", float: "number", bool: "boolean", NoneType: "null", object: "unknown",
}  # fmt: skip
HEAD = """// What goes through the gateway to `scoring`. Made by `make contract`; change scoring/contract.py.
"""
TAIL = """
export type Request = Exchanges[keyof Exchanges]["request"];

/** What a request is answered with. */
export type Answer<R extends Request> = { ok: true; result: Exchanges[R["do"]]["result"] } | Refusal;
"""


def typescript() -> str:
    """Write down all types."""
    return HEAD + "".join([*(text for module in MODULES for text in _module(module)), *_exchanges()]) + TAIL


def _module(module: ModuleType) -> Iterator[str]:
    for name, value in vars(module).items():
        if isinstance(value, TypeAliasType) and value.__module__ == module.__name__:
            yield f"\nexport type {name} = {type_text(value.__value__)};\n"
        elif is_typeddict(value) and value.__module__ == module.__name__:
            yield f"\n/** {value.__doc__} */\nexport interface {name}{_body(value)}\n"


def _body(kind: type) -> str:
    bases = [base for base in get_original_bases(kind) if is_typeddict(base)]
    taken = {key for base in bases for key in get_type_hints(base)}
    own = "".join(_field(kind, key, hint) for key, hint in get_type_hints(kind).items() if key not in taken)
    extends = f" extends {', '.join(base.__name__ for base in bases)}" if bases else ""
    return f"{extends} {{\n{own}}}"


def _field(owner: type, key: str, kind: object) -> str:
    mark = "?" if key in vars(owner)["__optional_keys__"] else ""
    return f"  {key}{mark}: {type_text(kind)};\n"


def _exchanges() -> Iterator[str]:
    yield "\n/** Every request by its name, with the result of its answer. */\nexport interface Exchanges {\n"
    for name, (request, result) in EXCHANGES.items():
        yield f'  "{name}": {{ request: {request.__name__}; result: {result.__name__} }};\n'
    yield "}\n"


def type_text(kind: object) -> str:
    """Write one type; one that JSON has no form for is a bug."""
    if isinstance(kind, TypeAliasType) or is_typeddict(kind):
        return str(getattr(kind, "__name__", ""))
    origin, inside = get_origin(kind), get_args(kind)
    if origin is Literal:
        return " | ".join(json.dumps(value) for value in inside)
    if origin in (Union, UnionType):
        return " | ".join(type_text(part) for part in inside)
    if origin is list:
        item = type_text(inside[0])
        return f"({item})[]" if " " in item else f"{item}[]"
    if origin is dict and inside[0] is str:
        return f"Record<string, {type_text(inside[1])}>"
    if kind not in PLAIN:
        raise TypeError(f"JSON has no form for {kind}")
    return PLAIN[kind]


if __name__ == "__main__":
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text(typescript(), "utf-8")
    sys.stdout.write(f"{TARGET.name} is written\n")
