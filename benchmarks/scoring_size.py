"""How many bytes of the browser's archive are ours, and how many it has in all."""

import gzip
from io import BytesIO
from zipfile import ZipFile

from site_builder.content.load import read_content
from site_builder.core.project import Project
from site_builder.runtime.collect import ARCHIVE, read_runtime
from site_builder.runtime.snapshot import SNAPSHOT


def measure(project: Project) -> dict[str, str]:
    """Kilobytes (1,000 bytes)."""
    runtime = read_runtime(project, read_content(project), print)
    with ZipFile(BytesIO(runtime.files[ARCHIVE])) as archive:
        ours = [name for name in archive.namelist() if name.startswith(("scoring/", "entry", "practices"))]
        packed = gzip.compress(b"".join(archive.read(name) for name in ours), 9)
        whole = len(archive.namelist())
    sizes = {name: len(gzip.compress(data, 9)) for name, data in runtime.files.items()}
    return {
        "scoring with catalogue, gzip (kB)": f"{len(packed) / 1000:.1f}",
        "modules in the archive": str(whole),
        "archive (kB)": f"{len(runtime.files[ARCHIVE]) / 1000:.0f}",
        "memory snapshot, gzip (kB)": f"{sizes.pop(SNAPSHOT) / 1000:.0f}",
        "plain Python, gzip (kB)": f"{sum(sizes.values()) / 1000:.0f}",
    }
