"""Runs during the survey of the memory snapshot: ordinary Python in the neighborhood of what `scoring` does.

What runs here, and what stands near it in CPython, is shipped to readers. It imports only what `scoring` does, and
must give no warning: a snapshot's Python has no files to import others from, and nowhere to write.
"""
# fmt: off

import gc
import json
import math
from collections.abc import Callable, Iterator
from dataclasses import asdict, astuple, dataclass, field, fields, replace
from datetime import date
from itertools import accumulate, chain, combinations, groupby, islice, pairwise, product, zip_longest

NUMBERS = (0, 1, -7, 3.5, -0.0, 1e300, 5e-324, 0.1, 2.675, 123456789.125, 10**30, -(2**63), True, math.inf, math.nan)
TEXTS = ("", "Weak ties", "Wörld! 你好 😀 ß İ", "a\tb\nc\r\nd", "\ud800", "x" * 5000, " 12 ", "٣", "ﬁ", "e\u0301")
METHODS = ("capitalize casefold isalnum isalpha isascii isdigit isidentifier islower isnumeric isprintable isspace "
           "istitle isupper lower lstrip rsplit rstrip split splitlines strip swapcase title upper encode").split()
STYLES = (".0f", ".1f", "g", "e", "+", ",", "%", "08.3f", ">12", "d", "x", "_", "?")
JSON = (
    '{"a": [1, -2.5e10, true, false, null, "\\u00e9\\n\\ud83d\\ude00", {"b": {}}, []], "n": 12345678901234567890}',
    "[NaN, Infinity, -Infinity, -0.0, 1E-7, 1e999]", ' "x" ', '"é你😀"', "{}", "[]", '"\\ud800"', "{", "[1,]",
    '{"a"}', '{"a":}', '{"a":1,}', '"\\u12"', '"\\x"', '"abc', '"\x01"', "tru", "01", "1.", "-", "", "[1]x",
    "\ufeff{}", "{1:2}", "[1 2]", "9" * 5000, "[" * 150 + "]" * 150,
)
DATES = ("2024-02-29", "2023-02-29", "2026-W48-1", "20261123", "0001-01-01", "9999-12-31", "x", "2024-13-01", "", "é")


def use(*_: object) -> None:
    """Take values that were worked out only for the working out."""


def attempt(function: Callable[..., object], *given: object) -> None:
    """Call, and read the words of what it raises."""
    try:
        repr(function(*given))
    except Exception as error:
        use(str(error), repr(error), error.args, error.__traceback__)


def numbers() -> None:
    """Arithmetic, rounding, comparing and writing of every pair of numbers."""
    one = (abs, bool, float, hash, int, repr, round, str, math.ceil, math.exp, math.floor, math.isfinite, math.sqrt)
    two = (divmod, max, min, math.copysign, math.fmod, math.isclose, math.pow)
    for a in NUMBERS:
        for function in one:
            attempt(function, a)
        for style in STYLES:
            attempt(format, a, style)
        for b in NUMBERS:
            for function in two:
                attempt(function, a, b)
            use(a + b, a - b, a * b, -a, +a, a < b, a <= b, a == b, a != b, a > b, a >= b)
            attempt(lambda a=a, b=b: (a / b, a // b, a % b, a**0.5, a**2, round(a, 1), round(a, -1)))
            attempt(lambda a=a, b=b: (a & b, a | b, a ^ b, a >> 3, a << 70))
    use(sum([0.1] * 9), math.fsum([0.1] * 9), sum(range(99)), math.prod([1.5, 2]), math.gcd(12, 18), math.comb(9, 4))
    for text in (*TEXTS, "1e5", "-3.25", "1_000", "nan", "0x1f", "9" * 5000):
        attempt(int, text)
        attempt(float, text)
        attempt(int, text, 36)
    use((255).to_bytes(4, "big"), int.from_bytes(b"abc", "little"), (10**40).bit_length(), hex(255), bin(5), oct(8))


def texts() -> None:
    """Methods of texts, slices, formats, encodings and their errors."""
    for text in TEXTS:
        for name in METHODS:
            attempt(getattr(text, name))
        for other in TEXTS[1:]:
            use(other in text, text + other, text < other, text == other, text.count(other), text.replace(other, "-"))
            use(text.find(other), text.rfind(other), text.split(other), text.partition(other), text.rpartition(other))
            use(text.startswith(other), text.endswith(other), text.removeprefix(other), text.removesuffix(other))
            use(text.strip(other), other.join([text, text]))
        use(text[::-1], text[1:3], text * 3, len(text), hash(text), repr(text), ascii(text), text.center(20))
        use(text.zfill(9), text.ljust(20), text.translate({97: "b", 98: None}), sorted(text), set(text))
        use(f"{text!r:>9}", "%s %r %d %.2f %5d %%" % (text, text, 3, 2.5, 7), "{0} {a:>5} {1!r}".format(text, 3, a=1))
        for errors in ("strict", "replace", "ignore", "backslashreplace", "surrogatepass", "xmlcharrefreplace"):
            for encoding in ("utf-8", "ascii", "latin-1"):
                attempt(text.encode, encoding, errors)
    for data in (b"abc", b"\xff\xfe", b"\xc3\x28", b"\xf0\x9f\x98\x80", bytes(9), bytearray(b"xyz")):
        attempt(data.decode)
        attempt(data.decode, "ascii", "replace")
        use(data + b"x", data[1:], data.hex(), data == b"abc", bytes(memoryview(data)), repr(data))


def lists() -> None:
    """Lists and tuples, sorting, iterating and unpacking."""
    things = [5, 3, 9, 1, 3]
    use(things.append(4), things.extend(range(3)), things.insert(1, 7), things.pop(), things.remove(9), things.sort())
    use(things.reverse(), things.index(3), things.count(3), things.copy(), 3 in things)
    attempt(things.remove, 99)
    attempt(things.index, 99)
    things[1:3] = [8, 8, 8]
    del things[::2]
    use(sorted(["b", "A", "c"], key=str.lower, reverse=True), sorted([(2, "b"), (1, "z")]), sorted([1.5, -2]))
    use(sorted(range(2000), key=lambda value: value * 7919 % 1009), sorted([str(value) for value in range(300)]))
    for function, given in ((sorted, [1, "a"]), (max, []), (min, ()), (next, iter(())), (hash, []), (len, 3)):
        attempt(function, given)
    use((1, 2) + (3,), (1, 2) * 2, (1, 2) < (1, 3), hash((1, "a")), (1, 2, 1).count(1), (1, 2).index(2), repr((1,)))
    first, *rest, last = range(6)
    use(list(map(max, rest, rest)), list(filter(None, rest)), list(enumerate("ab", 1)), all(rest), any(rest))
    use(list(zip([1], [2], strict=True)), [*range(9, 0, -2)], range(9)[2:5], [first, last])
    attempt(list, zip([1], [2, 3], strict=True))
    use(list(chain([1], [2])), list(product("ab", [1, 2])), list(combinations("abc", 2)), list(accumulate([1, 2])))
    use([list(group) for _, group in groupby("aab")], list(pairwise("abc")), list(islice(iter("abc"), 2)))
    use(list(zip_longest("a", "bc")), next(iter(()), None))


def mappings() -> None:
    """Dicts and sets."""
    things = {"a": 1, "b": 2, 3: "c", (1, 2): "t", 2.5: None}
    use(things.setdefault("k", []), things.pop("a"), things.pop("no", None), things.update({"x": 1}, y=2))
    use(things | {"m": 1}, {**things}, things.keys() & {"x"}, things.keys() - {"x"}, things.items() >= {("x", 1)})
    use(dict.fromkeys("abc"), dict([("a", 1)]), list(reversed(things)), repr(things), things.copy(), things.get("x"))
    use({number: str(number) for number in range(5000)}, {str(number) for number in range(3000)})
    attempt(things.__getitem__, "no")
    attempt(dict, [1])
    odd, low = {1, 3, 5}, frozenset({1, 2})
    use(odd | low, odd & low, odd - low, odd ^ low, odd <= low, odd.isdisjoint(low), hash(low), odd.union([7], [8]))
    use(odd.add(9), odd.discard(9), odd.update([4]), {*odd, *low}, sorted(odd), repr(odd))
    attempt(odd.remove, 77)


@dataclass(order=True)
class Open:
    """A plain dataclass."""

    name: str
    size: float = 2.0
    parts: list[object] = field(default_factory=list, compare=False)

    def __post_init__(self) -> None:
        self.size *= 1

    @property
    def double(self) -> float:
        """Twice the size."""
        return 2 * self.size


@dataclass(frozen=True, slots=True, kw_only=True)
class Closed:
    """A frozen one."""

    x: int
    y: str = "q"


class LateError(Exception):
    """An error with a field, as `scoring` has one."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


def classes() -> None:
    """Dataclasses, properties and errors of calls."""
    one, two = Open("a"), Open("b", 1, [Open("c"), {"k": (1,)}])
    use(one < two, one == two, repr(two), asdict(two), astuple(two), replace(two, name="z"), fields(two), two.double)
    use(repr(Closed(x=1)), hash(Closed(x=1)), Closed(x=1) == Closed(x=2), isinstance(one, Open | Closed), vars(one))
    for wrong in (Open, lambda: Closed(1), lambda: setattr(Closed(x=1), "x", 2), lambda: one.nme, lambda: one < 3,
                  lambda: one + 1, lambda: None.x, lambda: one(), lambda: [][1], lambda: "a" + 1, lambda: 1 / 0):
        attempt(wrong)
    use(getattr(one, "n", 0), hasattr(one, "x"), callable(one), dir(one), issubclass(Open, object), Open.__name__)


def flow() -> None:
    """Generators, patterns, and errors within errors."""
    def generator() -> Iterator[object]:
        try:
            yield (yield 1)
        finally:
            yield from "ab"

    running = generator()
    use(next(running), running.send(2), list(running))
    attempt(next, running)
    try:
        try:
            raise LateError("x") from KeyError("y")
        except LateError as error:
            use(error.why, error.__cause__, error.add_note("z"))
            raise ValueError("again") from None
    except ValueError as error:
        use(str(error), error.__context__)
    for value in ({"k": [1, 2, {"z": 3}]}, [1, 2, 3], 5, "s", None):
        match value:
            case {"k": [1, x, {"z": int(y)}]}:
                use(x, y)
            case [head, *tail]:
                use(head, tail)
            case 1 | 5:
                pass
            case str() as word:
                use(word)


def documents() -> None:
    """JSON in and out, good and bad, and dates."""
    for text in JSON:
        attempt(json.loads, text)
        attempt(lambda text=text: json.loads(text, object_pairs_hook=list))
    keys = {"a": [1, 2.5, None, {"b": ()}], 1: 2, None: 3, False: 4, 2.5: 1}
    circle: list[object] = []
    circle.append(circle)
    for value in (*NUMBERS, *TEXTS, keys, [], object(), {1, 2}, circle):
        attempt(json.dumps, value)
        attempt(lambda value=value: json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True, allow_nan=False))
    for text in DATES:
        attempt(lambda text=text: date.fromisoformat(text).isocalendar().week)
        attempt(lambda text=text: (date.fromisoformat(text) - date(2020, 1, 1)).days)
    new_year = date(2026, 1, 1)
    use(str(new_year), new_year < date(2026, 1, 2), hash(new_year), new_year.weekday(), new_year.replace(day=2))


def endless(depth: int) -> int:
    """Run into the limit of recursion."""
    return endless(depth + 1)


def memory() -> None:
    """Large and many things, cycles, and collecting them."""
    big = [0] * 3_000_000, bytearray(20_000_000), "x" * 5_000_000, [[number] for number in range(50_000)]
    for _ in range(2000):
        ring: list[object] = []
        ring.append(ring)
    del big
    gc.collect()
    attempt(endless, 0)


def exercise(_: str) -> str:
    """Do all of it. The survey calls functions of one text."""
    for run in (numbers, texts, lists, mappings, classes, flow, documents, memory):
        run()
    return "done"
