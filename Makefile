# The College of Policy Debate. `make help` says what can be asked for.
# Needs Python 3.11 or later, git and make; everything else comes into .venv, pinned by hash.

PYTHON ?= python3
PORT ?= 8000
COLLEGE_HOME ?= ./var
WORKERS ?= auto

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check
# The lists hold all that is needed, so no package is asked what else it would like.
PINNED := $(PIP) install --quiet --require-hashes --no-deps
PYTEST := $(BIN)/python -m pytest -n $(WORKERS) --maxprocesses 8 --dist loadfile
COMPILE := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 \
	--generate-hashes --no-emit-index-url --no-header

# Stamps: a second run installs nothing and needs no network.
RUNNING := $(VENV)/.college
DEVELOPING := $(VENV)/.develop

.DEFAULT_GOAL := help
.PHONY: help demo test quick lint format bench reference requirements clean

help: ## What can be asked for
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1\t/' | expand -t 22

demo: $(RUNNING) ## A sample College at http://localhost:8000 (PORT=, COLLEGE_HOME=)
	@COLLEGE_HOME="$(COLLEGE_HOME)" $(BIN)/college demo --port $(PORT)

test: $(DEVELOPING) ## Everything, in a browser too, on SQLite and on PostgreSQL
	@$(BIN)/python -m tests.plugins.chromium >/dev/null
	@status=0; \
	$(PYTEST) --database sqlite || status=1; \
	$(PYTEST) --database postgresql -m database || status=1; \
	exit $$status

quick: $(DEVELOPING) ## The pure tests: rules and formats, no database, no browser, in seconds
	@$(PYTEST) -q -m "not database and not journey and not slow"

lint: $(DEVELOPING) ## Style, and types where they teach
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: $(DEVELOPING) ## Put the style right
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(DEVELOPING) ## Measure what the README claims, each against a peer or a floor
	@for script in bench/[a-z]*.py; do echo "== $$script"; $(BIN)/python $$script || exit 1; done

reference: $(DEVELOPING) ## Write docs/reference from the code
	COLLEGE_HOME=$(VENV)/reference $(BIN)/python -m college.config.reference docs/reference

requirements: $(BIN)/uv ## Pin anew what pyproject.toml asks for (UPGRADE=--upgrade for newer ones)
	$(COMPILE) $(UPGRADE) pyproject.toml -o requirements/college.txt
	$(COMPILE) $(UPGRADE) pyproject.toml --extra test --extra lint \
		-c requirements/college.txt -o requirements/develop.txt
	printf 'editables\nhatchling\n' | $(COMPILE) $(UPGRADE) - \
		-c requirements/develop.txt -o requirements/build.txt

clean: ## Remove the environment and what tools left; the sample College in ./var stays
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis build dist
	find src tests bench -name __pycache__ -type d -prune -exec rm -rf {} + 2>/dev/null || true

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(None if sys.version_info >= (3, 11) else \
		"The College needs Python 3.11 or later. Another one: make PYTHON=python3.12 demo")'
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); \
		echo "This Python cannot make environments. On Debian: apt-get install python3-venv"; \
		exit 1; } >&2

$(RUNNING): requirements/build.txt requirements/college.txt pyproject.toml | $(BIN)/python
	@echo "Installing what the College runs on; the first time this takes a minute or two."
	@$(PINNED) -r requirements/build.txt -r requirements/college.txt
	@$(PIP) install --quiet --no-deps --no-build-isolation -e .
	@touch $@

$(DEVELOPING): requirements/develop.txt $(RUNNING)
	@echo "Installing what its tests need."
	@$(PINNED) -r requirements/develop.txt
	@touch $@

$(BIN)/uv: | $(BIN)/python
	@$(PIP) install --quiet uv
