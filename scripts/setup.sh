#!/bin/sh
# Prepares this folder: Python packages in .venv, npm packages in node_modules; without an argument those that building
# needs. "tools" brings those of tests and checks too, "browser" a Chromium as well, "engines" also the Firefox, the
# WebKitGTK, the age, the typefaces and the web servers of the tests. Does only what is not done yet; every package is
# checked against the hash in its lock file.
set -eu
cd "$(dirname "$0")/.."

case "${1:-}" in "") parts=build ;; *) parts=all ;; esac
newer='import sys; sys.exit(sys.version_info < (3, 12))'

say() { printf '%s\n' "$*" >&2; }
stop() { say "setup: $1"; shift; for line in "$@"; do say "       $line"; done; exit 2; }
hash_of() { cksum "$@" | cksum; }

# The mark in a folder says what was set up there, and by which locks; all parts are more than those for building.
is_done() {
    mark=$(cat "$1/setup-done" 2>/dev/null) || return 1
    [ "$mark" = "$2 all" ] || [ "$mark" = "$2 $parts" ]
}
mark_done() { printf '%s' "$2 $parts" > "$1/setup-done"; }

# Which Python a command is, wherever it is called from; nothing where it is too old, or none.
kind_of() { "$1" -c "$newer" 2>/dev/null && "$1" -c 'import sys; print(sys.base_prefix, sys.version)'; }

find_python() {
    for name in python3 python3.14 python3.13 python3.12; do
        if "$name" -c "$newer" 2>/dev/null; then
            printf '%s' "$name"
            return
        fi
    done
}

# The Python that was asked for, or none: never another in its place.
make_environment() {
    if [ -n "${PYTHON:-}" ]; then
        "$PYTHON" -c "$newer" 2>/dev/null || stop "PYTHON=$PYTHON is no Python 3.12 or newer." \
            "It says: $("$PYTHON" --version 2>&1 | tail -n 1)"
    fi
    python=${PYTHON:-$(find_python)}
    if [ -n "$python" ]; then
        say "Making .venv with $("$python" --version) ..."
        "$python" -m venv --clear .venv || stop "Python cannot make environments." \
            "On Debian and Ubuntu: apt-get install python3-venv"
    elif command -v uv >/dev/null; then
        say "No Python 3.12 or newer is installed; uv looks for one of its own, or fetches one ..."
        uv venv --quiet --clear --python '>=3.12' .venv || stop "uv could not bring a Python."
        # Its own pip, not one that uv would fetch past the settings of pip.
        .venv/bin/python -m ensurepip >/dev/null 2>&1 || stop "the Python that uv brought has no pip."
    else
        stop "Python 3.12 or newer is missing; python3 is $(python3 --version 2>/dev/null || echo "not there")." \
            "Install one beside it (apt-get install python3.12-venv, dnf install python3.12, brew install python@3.13)," \
            "or install uv, which brings one by itself; then run make again." \
            "One that is in no usual place is named: make setup PYTHON=/path/to/python3"
    fi
}

# Says each package as it comes: quiet for a minute looks like stuck.
pip_install() {
    { .venv/bin/python -m pip install --disable-pip-version-check --progress-bar off "$@" || echo "failed $?"; } | awk '
        /^Collecting / { printf "  %s\n", $2; fflush() }
        /^Installing collected/ { print "  unpacking ..."; fflush() }
        /^failed / { code = $2 }
        END { exit code }' >&2
}

setup_python() {
    wanted=$(hash_of requirements.lock requirements-dev.lock pyproject.toml)
    made=$(kind_of .venv/bin/python || true)
    if [ -z "$made" ] || { [ -n "${PYTHON:-}" ] && [ "$made" != "$(kind_of "$PYTHON" || true)" ]; }; then
        make_environment
    fi
    is_done .venv "$wanted" && return
    say "Setting up Python packages in .venv ..."
    case $parts in
        build) pip_install --require-hashes -r requirements.lock ;;
        all) pip_install --require-hashes -r requirements.lock -r requirements-dev.lock ;;
    esac
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
    mark_done .venv "$wanted"
}

setup_node() {
    wanted=$(hash_of package-lock.json)
    is_done node_modules "$wanted" && return
    PATH="$PATH:$PWD/.venv/bin"
    if ! command -v npm >/dev/null; then
        say "Node.js is not on this machine; adding it to .venv ..."
        pip_install --require-hashes -r requirements-node.lock
    fi
    say "Setting up npm packages in node_modules (npm $(npm --version 2>/dev/null)) ..."
    case $parts in
        build) npm ci --omit=dev --loglevel=error >&2 ;;
        all) npm ci --loglevel=error >&2 ;;
    esac
    mark_done node_modules "$wanted"
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

# Chromium without its windows. Where it cannot be had the tests take the whole one, and longer.
setup_shell() {
    command -v chromium-headless-shell >/dev/null && return
    dpkg -s chromium >/dev/null 2>&1 || return 0
    say "Installing the headless shell of Chromium for the tests ..."
    install chromium-headless-shell
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
    engines) setup_browser; setup_shell; setup_engines ;;
esac
