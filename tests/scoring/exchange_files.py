"""The exchanges in `exchanges/`: requests with the responses that CPython and the browser's Python must give."""

import json
from collections.abc import Iterator
from pathlib import Path

FOLDER = Path(__file__).parent / "exchanges"


def read_exchanges() -> list[tuple[str, str, object]]:
    """Name, text of the request and expected response of every file, by name."""
    return [_read(path) for path in sorted(FOLDER.glob("*.json"))]


def differences(expected: object, actual: object) -> list[str]:
    """Where a response is not as expected: of objects only the keys that are expected count, lists count whole."""
    return list(_differences(expected, actual, "response"))


def _read(path: Path) -> tuple[str, str, object]:
    exchange = json.loads(path.read_text("utf-8"))
    if exchange.keys() == {"request_text", "response"}:
        return path.stem, exchange["request_text"], exchange["response"]
    if exchange.keys() == {"request", "response"}:
        return path.stem, json.dumps(exchange["request"]), exchange["response"]
    raise ValueError(f'{path.name} holds {sorted(exchange)}, not "request" or "request_text" and "response"')


def _differences(expected: object, actual: object, place: str) -> Iterator[str]:
    if isinstance(expected, dict) and isinstance(actual, dict):
        for key, value in expected.items():
            if key in actual:
                yield from _differences(value, actual[key], f"{place}.{key}")
            else:
                yield f"{place}.{key}: {value!r} expected, nothing there"
    elif isinstance(expected, list) and isinstance(actual, list) and len(expected) == len(actual):
        for index, (one, other) in enumerate(zip(expected, actual, strict=True)):
            yield from _differences(one, other, f"{place}[{index}]")
    elif expected != actual or isinstance(expected, bool) != isinstance(actual, bool):
        yield f"{place}: {expected!r} expected, {actual!r} there"
