"""The typefaces of the machine, as the tests set them: what else is installed is not seen by the browser."""

import os
from pathlib import Path
from subprocess import run

SETS = {
    "liberation": ("Liberation Serif", "Liberation Sans", "Liberation Mono"),
    "dejavu": ("DejaVu Serif", "DejaVu Sans", "DejaVu Sans Mono"),
}
"""What Debian's Chromium brings along, and what a machine without a desktop has."""

FILE = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <include>/etc/fonts/fonts.conf</include>
  <selectfont>
    <rejectfont><pattern/></rejectfont>
    <acceptfont>{families}</acceptfont>
  </selectfont>
</fontconfig>
"""
FAMILY = '<pattern><patelt name="family"><string>{}</string></patelt></pattern>'


def with_typefaces(name: str, folder: Path) -> dict[str, str]:
    """The environment of a program that is to find this set and nothing else."""
    file = folder / f"{name}.conf"
    file.write_text(FILE.format(families="".join(map(FAMILY.format, SETS[name]))), "utf-8")
    environment = {**os.environ, "FONTCONFIG_FILE": str(file)}
    found = run(["fc-list", ":", "family"], env=environment, check=True, capture_output=True, text=True).stdout
    lacking = [family for family in SETS[name] if family not in found]
    assert not lacking, f"not on this machine: {', '.join(lacking)} (Debian: fonts-liberation, fonts-dejavu-core)"
    return environment
