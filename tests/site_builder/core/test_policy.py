import re
from base64 import b64encode
from hashlib import sha256
from pathlib import PurePosixPath

from site_builder.core.model import Files
from site_builder.core.policy import (
    COMPRESSED,
    CONTENT_SECURITY_POLICY,
    HEADERS,
    MEDIA_TYPES,
    THEME_SCRIPT,
    TRUSTED_TYPES,
    cache_time,
    headers_file,
)
from site_builder.core.project import Project
from site_builder.runtime.collect import ARCHIVE, LOCK_FILE, SHIPPED

THEME_HASH = f"'sha256-{b64encode(sha256(THEME_SCRIPT.encode()).digest()).decode()}'"
DIRECTIVES = dict(part.split(" ", 1) for part in CONTENT_SECURITY_POLICY.split("; "))


def test_nothing_is_allowed_that_is_not_named() -> None:
    assert DIRECTIVES["default-src"] == "'none'"
    assert DIRECTIVES["base-uri"] == DIRECTIVES["form-action"] == "'none'"


def test_everything_comes_from_the_site_itself() -> None:
    of_types = {"require-trusted-types-for", "trusted-types"}
    allowed = {source for name in DIRECTIVES.keys() - of_types for source in DIRECTIVES[name].split()}
    assert allowed == {"'none'", "'self'", "'wasm-unsafe-eval'", "data:", THEME_HASH}


def test_scripts_are_files_of_the_site_but_for_one_and_may_start_webassembly() -> None:
    assert DIRECTIVES["script-src"] == f"'self' 'wasm-unsafe-eval' {THEME_HASH}"
    assert DIRECTIVES["style-src"] == DIRECTIVES["worker-src"] == DIRECTIVES["connect-src"] == "'self'"


def test_data_addresses_are_for_images_only() -> None:
    assert [name for name, sources in DIRECTIVES.items() if "data:" in sources] == ["img-src"]


def test_text_becomes_code_or_html_by_no_way_and_one_module_alone_may_name_scripts(project: Project) -> None:
    assert DIRECTIVES["require-trusted-types-for"] == "'script'"
    assert DIRECTIVES["trusted-types"] == TRUSTED_TYPES
    modules = {path.name: path.read_text("utf-8") for path in (project.web / "js").rglob("*.js")}
    assert f'const NAME = "{TRUSTED_TYPES}"' in modules["trusted-types.js"]
    assert [name for name, text in modules.items() if "createPolicy" in text] == ["trusted-types.js"]


def test_the_header_also_forbids_frames_which_a_page_itself_cannot() -> None:
    assert HEADERS["Content-Security-Policy"] == f"{CONTENT_SECURITY_POLICY}; frame-ancestors 'none'"


def test_the_headers_file_names_every_header_for_every_path_and_two_long_cache_times() -> None:
    places = dict(re.findall(r"^(/.*)\n((?:  .+\n)+)", headers_file(), re.MULTILINE))
    rules = {place: dict(row.strip().split(": ", 1) for row in rows.splitlines()) for place, rows in places.items()}
    kept = {"Cache-Control": "public, max-age=31536000, immutable"}
    assert rules == {
        "/*": HEADERS,
        "/assets/*": kept,
        "/runtime/*": kept,
        "/sw.js": {"Cache-Control": "no-cache"},
    }


def test_only_files_with_a_hash_in_their_address_are_kept(tiny_files: Files) -> None:
    kept = {name for name in tiny_files if cache_time(name) != "no-cache"}
    assert {name.partition("/")[0] for name in kept} == {"assets", "runtime"}
    assert {name for name in tiny_files if name.startswith(("assets/", "runtime/"))} == kept


def test_everything_that_is_worth_compressing_has_a_type() -> None:
    assert set(COMPRESSED) <= set(MEDIA_TYPES)


def test_every_page_carries_the_policy(tiny_files: Files) -> None:
    meta = '<meta http-equiv="Content-Security-Policy" content="{}">'.format(
        CONTENT_SECURITY_POLICY.replace("'", "&#39;")
    )
    pages = [name for name in tiny_files if name.endswith(".html")]
    assert pages
    assert [name for name in pages if meta not in tiny_files[name].decode()] == []


def test_every_file_of_the_site_has_a_type(tiny_files: Files) -> None:
    names = {*tiny_files, *SHIPPED, ARCHIVE, LOCK_FILE} - {"_headers"}
    assert {PurePosixPath(name).suffix for name in names} - set(MEDIA_TYPES) == set()


def test_python_gets_the_type_that_lets_it_start_while_it_loads() -> None:
    assert MEDIA_TYPES[".wasm"] == "application/wasm"
    assert MEDIA_TYPES[".mjs"] == MEDIA_TYPES[".js"] == "text/javascript; charset=utf-8"
