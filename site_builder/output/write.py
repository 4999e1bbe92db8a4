"""The finished files to disk: all of them into a fresh folder, which then takes the place of the old one."""

from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp

from site_builder.core.model import Files


def write_site(files: Files, target: Path) -> None:
    """Replace the folder `target` by one with exactly these files. Whatever fails, the old folder stays."""
    staging = Path(mkdtemp(prefix=f"{target.name}.", dir=target.parent))
    try:
        for name, data in files.items():
            path = staging / name
            if not path.resolve().is_relative_to(staging.resolve()):
                raise ValueError(f"{name} lies outside the site")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        staging.chmod(0o755)
        _swap(staging, target)
    finally:
        rmtree(staging, ignore_errors=True)


def _swap(staging: Path, target: Path) -> None:
    """Two renames; whatever stops the second, the first is undone."""
    if not target.exists():
        staging.rename(target)
        return
    folder = Path(mkdtemp(prefix=f"{target.name}.old.", dir=target.parent))
    old = folder / "site"
    try:
        target.rename(old)
        staging.rename(target)
    finally:
        if old.exists() and not target.exists():
            old.rename(target)
        rmtree(folder, ignore_errors=True)
