# Debian or Ubuntu with Python 3.11 or newer and make: everything else goes into .venv, pinned by hash.
#   make demo   build samples/ into output/ and say what to try next
#   make test   every check: format, lint, types, layers, tests
BIN := .venv/bin
PIP := $(BIN)/python -m pip install -qq --disable-pip-version-check --no-input
LOCK = $(BIN)/uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes \
	--no-header --no-annotate --no-emit-index-url --quiet

.PHONY: demo test format lint types layers pytest readme lock clean

demo: .venv/.run
	$(BIN)/kg build samples --output output
	@echo
	@echo "Try next:"
	@echo "  $(BIN)/kg info"
	@echo "  $(BIN)/kg ask"
	@echo "  $(BIN)/kg query 'SELECT DISTINCT ?name { ?o org:holds ?post; skos:prefLabel ?name }'"
	@echo "  open output/graph.html in a browser"

test: format lint types layers pytest

format: .venv/.dev
	$(BIN)/ruff format --check .

lint: .venv/.dev
	$(BIN)/ruff check .

types: .venv/.dev
	$(BIN)/mypy kg

layers: .venv/.dev
	$(BIN)/lint-imports

pytest: .venv/.dev
	$(BIN)/python -m pytest

# What runs the program, and with .dev what checks it. The package itself is installed as a link to this folder.
.venv/.run: requirements.lock pyproject.toml | $(BIN)/python
	$(PIP) --require-hashes -r requirements.lock
	$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

.venv/.dev: requirements-dev.lock pyproject.toml | $(BIN)/python
	$(PIP) --require-hashes -r requirements-dev.lock
	$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@ .venv/.run

$(BIN)/python:
	.ci/make-venv

# Run the README's examples and write what they print into it.
readme: .venv/.dev
	$(BIN)/python tests/readme.py

# Resolve the dependencies anew (needs the network).
lock: .venv/.dev
	$(PIP) uv
	$(LOCK) --upgrade --extra build --output-file requirements.lock
	$(LOCK) --upgrade --extra dev --output-file requirements-dev.lock

clean:
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
