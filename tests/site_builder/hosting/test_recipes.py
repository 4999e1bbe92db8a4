import subprocess
import tomllib
from pathlib import Path

import pytest
import yaml

from site_builder.core.policy import HEADERS, KEEP, MEDIA_TYPES
from site_builder.core.problems import MissingPart
from site_builder.core.project import Project
from site_builder.core.settings import Settings
from site_builder.hosting.recipes import HOSTS, RECIPES, recipe_folder, render_recipe, write_recipe
from tests.site_builder.commands import Run

OWN_SERVERS = ("nginx", "caddy", "apache", "container", "s3-cloudfront")
FROM_DIST = ("netlify", "cloudflare-pages")
"""They read `_headers`, which the build writes."""


def settings(site_url: str = "") -> Settings:
    return Settings("Tiny", "Small.", "A site.", "en", site_url)


def texts(host: str, site_url: str = "https://example.org/library/village/") -> dict[str, str]:
    return {name: data.decode() for name, data in render_recipe(host, settings(site_url)).items()}


def test_every_template_is_of_a_host() -> None:
    used = {f"{name}.j2" for recipe in RECIPES.values() for name in recipe.files.values()}
    assert {path.name for path in HOSTS.iterdir()} == used | {"nginx-site.conf.j2"}


@pytest.mark.parametrize("host", OWN_SERVERS)
def test_whoever_sends_headers_sends_those_of_the_policy(host: str) -> None:
    text = "\n".join(texts(host).values())
    assert [value for value in (*HEADERS.values(), KEEP) if value not in text and value != "nosniff"] == []
    assert [kind for kind in MEDIA_TYPES.values() if kind.partition(";")[0] not in text] == []


@pytest.mark.parametrize("host", RECIPES)
@pytest.mark.parametrize("site_url", ["", "https://example.org/", "https://example.org/library/village/"])
def test_each_file_says_first_what_to_do_with_it(host: str, site_url: str) -> None:
    for text in texts(host, site_url).values():
        first, second = text.splitlines()[:2]
        assert (second if first == "#!/bin/sh" else first).startswith("# ")


@pytest.mark.parametrize("host", ["github-pages", "gitlab-pages"])
def test_hosts_that_build_call_make_site(host: str) -> None:
    (text,) = texts(host).values()
    assert "make site" in text
    assert isinstance(yaml.safe_load(text), dict)


@pytest.mark.parametrize("host", FROM_DIST)
def test_settings_of_hosts_can_be_read_and_publish_dist(host: str) -> None:
    (text,) = texts(host).values()
    assert "dist" in str(tomllib.loads(text))


def test_the_path_and_the_name_come_from_the_address_of_the_site() -> None:
    server = texts("nginx")["nginx-server.conf"]
    assert "server_name example.org;" in server
    assert "listen 443 ssl;" in server
    assert "location /library/village/ {" in server
    assert "error_page 404 /library/village/404.html;" in server
    assert "community.example.org {" in texts("caddy", "")["Caddyfile"]


def test_nginx_is_not_told_of_pages_twice_which_it_warns_of() -> None:
    """It takes text/html for granted in both lists."""
    for name in ("nginx-server.conf", "nginx-location.conf"):
        rows = [row for row in texts("nginx")[name].splitlines() if "gzip_types" in row or "charset_types" in row]
        assert len(rows) == 2
        assert [row for row in rows if "text/html" in row] == []


def test_the_upload_to_a_bucket_sends_what_pages_load_first_and_the_worker_last(tmp_path: Path) -> None:
    for name in ("dist", "bin"):
        (tmp_path / name).mkdir()
    (tmp_path / "bin" / "aws").write_text(f'#!/bin/sh\necho "$@" >> {tmp_path}/asked\n', "utf-8")
    (tmp_path / "bin" / "aws").chmod(0o755)
    script = tmp_path / "upload.sh"
    script.write_text(texts("s3-cloudfront")["upload.sh"], "utf-8")
    path = f"{tmp_path}/bin:/usr/bin:/bin"
    subprocess.run(["sh", script, "bucket", "ID"], cwd=tmp_path, env={"PATH": path}, check=True)
    asked = (tmp_path / "asked").read_text("utf-8").splitlines()
    assert asked[0].startswith("s3 cp assets s3://bucket/library/village/assets --recursive")
    wasm = next(line for line in asked if "*.wasm" in line and "cp runtime" in line)
    assert wasm.endswith(f"--content-type application/wasm --cache-control {KEEP}")
    starts = ["s3 cp . ", "s3 cp sw.js ", "s3 sync . ", "cloudfront create-invalidation "]
    assert [line for line, start in zip(asked[-4:], starts, strict=True) if not line.startswith(start)] == []
    assert "*.html" in asked[-4]


def test_the_command_writes_the_files_once_and_never_over_others(run: Run) -> None:
    told = run("deploy-files", "nginx")
    assert (told.code, told.err) == (0, "")
    assert told.out.splitlines() == [
        "Wrote deploy/nginx-server.conf",
        "Wrote deploy/nginx-location.conf",
        "The first lines of each file say what to do with it",
    ]
    mine = run.project.root / "deploy" / "nginx-server.conf"
    mine.write_text("mine", "utf-8")
    told = run("deploy-files", "nginx")
    assert (told.code, told.out) == (2, "")
    assert told.err == (
        f"community-os: {mine}: there already, and not as this command would write it; "
        "add --replace, or name another folder\n"
    )
    assert mine.read_text("utf-8") == "mine"
    told = run("deploy-files", "nginx", "--replace")
    assert told.out.startswith("Wrote deploy/nginx-server.conf\nAs it is: deploy/nginx-location.conf\n")


def test_a_host_that_is_not_known_is_told_with_those_that_are(run: Run) -> None:
    told = run("deploy-files", "ngnix")
    assert (told.code, told.out) == (2, "")
    assert told.err == (
        'community-os: there are no files for the host "ngnix"; did you mean "nginx"? '
        f"allowed: {', '.join(RECIPES)}\n"
    )


def test_another_folder_and_another_place_of_the_site_can_be_named(run: Run, tmp_path: Path) -> None:
    assert run("deploy-files", "caddy", str(tmp_path / "x"), "--site", "/data/site/").code == 0
    assert "root * /data/site\n" in (tmp_path / "x" / "Caddyfile").read_text("utf-8")


def test_nothing_is_written_where_one_file_is_in_the_way(tmp_path: Path) -> None:
    (tmp_path / "b").write_text("mine", "utf-8")
    with pytest.raises(MissingPart, match="there already"):
        write_recipe({"a": b"1", "b": b"2"}, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["b"]


def test_a_host_that_builds_is_refused_to_a_site_without_what_it_builds_with(tmp_path: Path) -> None:
    clone, hers = Project(tmp_path), Project(tmp_path, tmp_path / "book")
    building = {
        host for host in RECIPES if any(b"make site\n" in data for data in render_recipe(host, settings()).values())
    }
    assert building | {"netlify"} == {host for host in RECIPES if RECIPES[host].needs_clone}
    for host in RECIPES:
        assert recipe_folder(clone, host, None).is_relative_to(tmp_path)
        if not RECIPES[host].needs_clone:
            assert recipe_folder(hers, host, None).is_relative_to(tmp_path)
            continue
        with pytest.raises(
            MissingPart, match=f"^{host} builds from a clone of the repository; from a site of your own"
        ):
            recipe_folder(hers, host, "deploy")
