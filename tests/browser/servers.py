"""Real web servers with the files that `community-os deploy-files` writes, as they are, on a free port."""

import os
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPMessage
from pathlib import Path
from shutil import copytree
from socket import socket
from time import monotonic
from typing import NamedTuple

from site_builder.core.settings import Settings
from site_builder.hosting.recipes import render_recipe

PATIENCE = 60
"""Seconds that a server may take to start."""

APACHE_MODULES = ("mpm_event", "authz_core", "alias", "dir", "mime", "filter", "deflate", "headers")


class Answer(NamedTuple):
    status: int
    headers: HTTPMessage
    body: bytes


class Host(NamedTuple):
    """A server that runs: its port, and the path of the site on it."""

    port: int
    base: str

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def url(self, name: str = "") -> str:
        return f"{self.origin}{self.base}{name}"

    def ask(self, name: str, encodings: str = "identity") -> Answer:
        return self.ask_path(self.base + name, encodings)

    def ask_path(self, path: str, encodings: str = "identity") -> Answer:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        connection.request("GET", path, headers={"Accept-Encoding": encodings})
        response = connection.getresponse()
        answer = Answer(response.status, response.headers, response.read())
        connection.close()
        return answer


def settings(port: int, base: str) -> Settings:
    return Settings("Village", "Village.", "Village.", "en", f"http://127.0.0.1:{port}{base}")


def write_recipe_file(host: str, name: str, port: int, base: str, site: Path, folder: Path) -> Path:
    """Write one of the files of a host, in nothing different from what the command writes."""
    (folder / name).write_bytes(render_recipe(host, settings(port, base), str(site))[name])
    return folder / name


def nginx_server(site: Path, folder: Path, port: int, base: str) -> list[str]:
    """The form for a whole server."""
    recipe = write_recipe_file("nginx", "nginx-server.conf", port, base, site, folder)
    return nginx_with(folder, f"include {recipe};")


def nginx_location(site: Path, folder: Path, port: int, base: str) -> list[str]:
    """The form for a server that has other things too."""
    recipe = write_recipe_file("nginx", "nginx-location.conf", port, base, site, folder)
    others = "" if base == "/" else 'location / { return 200 "something else"; }'
    return nginx_with(folder, f"server {{ listen {port}; {others} include {recipe}; }}")


def nginx_with(folder: Path, http: str) -> list[str]:
    """Around it, what every nginx has in its main file."""
    kept = "".join(f"{kind}_temp_path {folder}; " for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    (folder / "nginx.conf").write_text(
        f"daemon off; pid {folder}/pid; error_log stderr; events {{ }}\n"
        f"http {{ include /etc/nginx/mime.types; access_log off; {kept}\n{http}\n}}\n"
    )
    return ["nginx", "-c", str(folder / "nginx.conf")]


def caddy(site: Path, folder: Path, port: int, base: str) -> list[str]:
    recipe = write_recipe_file("caddy", "Caddyfile", port, base, site, folder)
    main = folder / "main"
    main.write_text(f"{{\n\tadmin off\n}}\nimport {recipe}\n")
    return ["caddy", "run", "--adapter", "caddyfile", "--config", str(main)]


def apache(site: Path, folder: Path, port: int, base: str) -> list[str]:
    write_recipe_file("apache", ".htaccess", port, base, site, site)
    (folder / "no-types").touch()  # so that a type can come from the recipe only
    modules = "".join(f"LoadModule {one}_module /usr/lib/apache2/modules/mod_{one}.so\n" for one in APACHE_MODULES)
    (folder / "apache.conf").write_text(
        f"{modules}ServerRoot {folder}\nServerName 127.0.0.1\nListen 127.0.0.1:{port}\nPidFile {folder}/pid\n"
        f"ErrorLog {folder}/errors\nDocumentRoot {folder}\nDirectoryIndex index.html\nTypesConfig {folder}/no-types\n"
        f"Alias {base} {site}/\n<Directory {site}>\nAllowOverride FileInfo\nRequire all granted\n</Directory>\n"
    )
    return ["apache2", "-DFOREGROUND", "-f", str(folder / "apache.conf")]


type Kind = Callable[[Path, Path, int, str], list[str]]


@contextmanager
def running(kind: Kind, site: Path, folder: Path, base: str) -> Iterator[Host]:
    """Start a server with a copy of a site, and stop it."""
    with socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    copied = copytree(site, folder / "site")
    errors = folder / "said"
    environment = os.environ | {"PATH": f"{os.environ['PATH']}:/usr/sbin"}
    command = kind(copied, folder, port, base)
    with errors.open("wb") as said:
        process = subprocess.Popen(command, stdout=said, stderr=said, cwd=folder, env=environment)
    try:
        wait_for(port, process, errors)
        yield Host(port, base)
    finally:
        process.terminate()
        process.wait(PATIENCE)


def wait_for(port: int, process: subprocess.Popen[bytes], errors: Path) -> None:
    """Wait until a server takes calls."""
    last = monotonic() + PATIENCE
    while process.poll() is None and monotonic() < last:
        with socket() as caller:
            if caller.connect_ex(("127.0.0.1", port)) == 0:
                return
    raise AssertionError(errors.read_text("utf-8", errors="replace"))
