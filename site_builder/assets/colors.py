"""The rules for colors that a host has chosen, over those of the style sheet."""

from dataclasses import asdict

from site_builder.core.colors import DARK, LIGHT, Colors


def color_rules(light: Colors, dark: Colors) -> bytes:
    """Write what differs from the site's own colors; nothing where nothing does. Old browsers get the day only."""
    days, nights = asdict(light), asdict(dark)
    changed = [name for name in days if days[name] != asdict(LIGHT)[name] or nights[name] != asdict(DARK)[name]]
    if not changed:
        return b""
    day = "".join(f"--{name.replace('_', '-')}:{days[name]};" for name in changed)
    both = "".join(f"--{name.replace('_', '-')}:light-dark({days[name]},{nights[name]});" for name in changed)
    supports = "@supports (color:light-dark(#000,#fff))"
    return f"@layer tokens{{:root{{{day}}}{supports}{{:root{{{both}}}}}}}\n".encode()
