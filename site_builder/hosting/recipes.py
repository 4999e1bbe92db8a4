"""The files that set a host up, all from one policy: headers, media types, what to compress, how long to keep.

The recipes are templates in `hosts/`. Path and name of the host come from `site_url`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from site_builder.core.addresses import site_base
from site_builder.core.model import Files
from site_builder.core.policy import ASK, COMPRESSED, HEADERS, KEEP, MEDIA_TYPES, unchanging_folders
from site_builder.core.problems import MissingPart, did_you_mean
from site_builder.core.project import Project
from site_builder.core.settings import Settings

HOSTS = Path(__file__).parent / "hosts"
DEPLOY = "deploy"
"""Where files go that have no place of their own in a project."""

SITE_FOLDER = "/srv/community"
"""Where the site's files lie on a server, unless it is told."""

NO_ADDRESS = "https://community.example.org/"
"""What stands for the site's address where `content/site.yaml` names none."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """The files for one host."""

    files: Mapping[str, str]
    """The template of each, by its path in the folder."""
    folder: str = DEPLOY
    """Where that folder is in the project, if nobody says."""
    needs_clone: bool = False
    """Whether the host itself builds, for which it needs the whole book and the Makefile."""


RECIPES = {
    "github-pages": Recipe({".github/workflows/pages.yml": "github-pages.yml"}, ".", needs_clone=True),
    "gitlab-pages": Recipe({".gitlab-ci.yml": "gitlab-pages.yml"}, ".", needs_clone=True),
    "netlify": Recipe({"netlify.toml": "netlify.toml"}, ".", needs_clone=True),
    "cloudflare-pages": Recipe({"wrangler.toml": "wrangler.toml"}, "."),
    "s3-cloudfront": Recipe({"cloudfront.yaml": "cloudfront.yaml", "upload.sh": "s3-upload.sh"}),
    "nginx": Recipe({"nginx-server.conf": "nginx-server.conf", "nginx-location.conf": "nginx-location.conf"}),
    "caddy": Recipe({"Caddyfile": "Caddyfile"}),
    "apache": Recipe({".htaccess": "htaccess"}),
    "container": Recipe({"Containerfile": "Containerfile", "Caddyfile": "Caddyfile"}, "."),
}


def render_recipe(host: str, settings: Settings, site_folder: str = SITE_FOLDER) -> Files:
    """Write the files of a host, by path. Raises `MissingPart` for a host that is not known."""
    if host not in RECIPES:
        hint = did_you_mean(host, list(RECIPES), ", ".join(RECIPES))
        raise MissingPart(f'there are no files for the host "{host}"; {hint}')
    environment = Environment(
        loader=FileSystemLoader(HOSTS),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # none of these files is a page
    )
    values = _values(host, settings, site_folder)
    recipe = RECIPES[host]
    return {
        path: environment.get_template(f"{name}.j2").render(values).encode() for path, name in recipe.files.items()
    }


def _values(host: str, settings: Settings, site_folder: str) -> dict[str, object]:
    parts = urlsplit(settings.site_url or NO_ADDRESS)
    name = parts.hostname or ""
    return {
        "host": name,
        "port": parts.port or (443 if parts.scheme == "https" else 80),
        "is_secure": parts.scheme == "https",
        "address": ":80" if host == "container" else f"{parts.scheme}://{parts.netloc}",
        "base": site_base(settings) or "/",
        "site": "/srv" if host == "container" else site_folder.rstrip("/"),
        "headers": HEADERS,
        "types": {suffix.removeprefix("."): kind for suffix, kind in MEDIA_TYPES.items()},
        "plain_types": {suffix: kind.partition(";")[0] for suffix, kind in MEDIA_TYPES.items()},
        "texts": sorted({kind.partition(";")[0] for kind in MEDIA_TYPES.values() if "charset" in kind}),
        "compressed": COMPRESSED,
        "compressed_types": sorted({MEDIA_TYPES[suffix].partition(";")[0] for suffix in COMPRESSED}),
        "unchanging": unchanging_folders(settings.languages),
        "keep": KEEP,
        "ask": ASK,
    }


def recipe_folder(project: Project, host: str, given: str | None) -> Path:
    """Choose where the files of a host go. Raises `MissingPart` where the host could not build this project."""
    if project.book is not None and RECIPES[host].needs_clone:
        raise MissingPart(
            f"{host} builds from a clone of the repository; from a site of your own, build and upload dist/"
        )
    return Path(given) if given else project.root / RECIPES[host].folder


def write_recipe(files: Files, folder: Path, may_replace: bool = False) -> list[Path]:
    """Write the files of a host that are not there yet; give those that were written.

    Raises `MissingPart`, and writes nothing, where another file of that name is there.
    """
    wanted = {folder / name: data for name, data in files.items()}
    changed = {path: data for path, data in wanted.items() if not (path.is_file() and path.read_bytes() == data)}
    others = [str(path) for path in changed if path.exists()]
    if others and not may_replace:
        raise MissingPart(
            f"{', '.join(others)}: there already, and not as this command would write it; "
            "add --replace, or name another folder"
        )
    for path, data in changed.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return list(changed)
