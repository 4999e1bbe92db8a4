"""Which modules a script of the browser side imports, so that a page can name all of them at once.

A browser learns of an import only when it has the file before it; on a slow line each step costs a round trip.
"""

import re
from posixpath import dirname, join, normpath

from site_builder.assets import Assets

IMPORT = re.compile(r'^(?:import|export)\b[^"\n]*"(\.{1,2}/[^"\n]+)";$', re.MULTILINE)


def imported_by(script: str, assets: Assets) -> list[str]:
    """Name every module that must be there before the script runs, nearest first: js/find.js."""
    found = [script]
    for name in found:
        text = assets.files[assets.folder + name].decode()
        named = (normpath(join(dirname(name), address)) for address in IMPORT.findall(text))
        found += [one for one in dict.fromkeys(named) if one not in found]
    return found[1:]
