#!/bin/sh
# Prepares this folder: Python packages in .venv, npm packages in node_modules; with the argument "browser" a Chromium
# as well, with "engines" also the Firefox, the WebKitGTK, the age, the typefaces and the web servers of the tests. Does
# only what is not done yet; every package is checked against the hash in its lock file.
set -eu
cd "$(dirname "$0")/.."

say() { printf '%s\n' "$*" >&2; }
stop() { say "setup: $1"; say "       $2"; exit 2; }
hash_of() { cksum "$@" | cksum; }
is_done() { [ "$(cat "$1" 2>/dev/null)" = "$2" ]; }

find_python() {
    for name in "${PYTHON:-python3}" python3 python3.14 python3.13 python3.12; do
        if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 12))' 2>/dev/null; then
            printf '%s' "$name"
            return
        fi
    done
}

setup_python() {
    wanted=$(hash_of requirements.lock pyproject.toml)
    is_done .venv/setup-done "$wanted" && return
    python=$(find_python)
    [ -n "$python" ] || stop "Python 3.12 or newer is missing." "Install it, or name it: make setup PYTHON=/path/to/python3"
    say "Setting up Python packages in .venv ($("$python" --version)) ..."
    "$python" -m venv .venv || stop "Python cannot make environments." "On Debian and Ubuntu: apt-get install python3-venv"
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
    printf '%s' "$wanted" > .venv/setup-done
}

setup_node() {
    wanted=$(hash_of package-lock.json)
    is_done node_modules/setup-done "$wanted" && return
    PATH="$PATH:$PWD/.venv/bin"
    if ! command -v npm >/dev/null; then
        say "Node.js is not on this machine; adding it to .venv ..."
        .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-node.lock
    fi
    say "Setting up npm packages in node_modules (npm $(npm --version 2>/dev/null)) ..."
    npm ci --loglevel=error >&2
    printf '%s' "$wanted" > node_modules/setup-done
}

find_browser() {
    for name in chromium chromium-browser google-chrome google-chrome-stable; do
        command -v "$name" && return
    done
    .venv/bin/python -c '
import sys
from pathlib import Path
from playwright.sync_api import sync_playwright
with sync_playwright() as playwright:
    sys.exit(not Path(playwright.chromium.executable_path).is_file())
'
}

install() {
    if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
        { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$@"; } >/dev/null 2>&1 || true
    fi
}

setup_browser() {
    find_browser >/dev/null 2>&1 && return
    say "No Chromium on this machine; installing one for the tests ..."
    install chromium
    find_browser >/dev/null 2>&1 || .venv/bin/python -m playwright install chromium >&2 || true
    find_browser >/dev/null 2>&1 || stop "no Chromium could be installed." "Install Chromium or Chrome by hand, then run: make test"
}

missing_engines() {
    command -v firefox-esr >/dev/null || command -v firefox >/dev/null || echo firefox-esr
    command -v WebKitWebDriver >/dev/null || echo webkit2gtk-driver
    command -v Xvfb >/dev/null || echo xvfb
    command -v age >/dev/null || echo age
    fc-list 2>/dev/null | grep -q "Liberation Serif" || echo fonts-liberation fontconfig
    fc-list 2>/dev/null | grep -q "DejaVu Serif" || echo fonts-dejavu-core fontconfig
    for server in nginx caddy apache2; do
        PATH="$PATH:/usr/sbin" command -v "$server" >/dev/null || echo "$server"
    done
}

setup_engines() {
    missing=$(missing_engines | xargs)
    [ -n "$missing" ] || return 0
    say "Installing other engines, age, typefaces and web servers for the tests ($missing) ..."
    install $missing
    missing=$(missing_engines | xargs)
    [ -z "$missing" ] || stop "the tests in browsers and of web servers lack $missing." \
        "On Debian and Ubuntu: apt-get install $missing. To run the others: .venv/bin/python -m pytest --ignore tests/browser/test_engines.py --ignore tests/browser/test_passphrase.py --ignore tests/browser/test_servers.py"
}

setup_python
setup_node
case "${1:-}" in
    browser) setup_browser ;;
    engines) setup_browser; setup_engines ;;
esac
