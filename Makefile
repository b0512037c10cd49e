# Two commands matter: `make run` and `make test`. Both set up everything they need; a second call starts at once.
PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python
PIP := $(PY) -m pip -qq --disable-pip-version-check
ARGS ?=

.DEFAULT_GOAL := help
.PHONY: help run test screenshots bench torture check-lessons clean
.SILENT:
MAKEFLAGS += --no-print-directory

help: ## list the targets
	awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-14s %s\n", $$1, $$2 }' Makefile

run: ## set up if needed and start the app; ARGS="..." is passed on
	sh tools/display.sh
	$(MAKE) $(VENV)/ready
	$(PY) -m desktop $(ARGS)

test: $(VENV)/ready-test ## lint, types, tests, lessons
	$(PY) -m ruff check --quiet .
	$(PY) -m ruff format --check --quiet . || { echo "ruff format would change files: run .venv/bin/ruff format ." >&2; exit 1; }
	$(PY) -m mypy --no-error-summary
	$(PY) -m pytest -p tests.without_qt tests/domain tests/study tests/storage tests/authoring tests/cli
	$(PY) -m pytest tests --ignore tests/domain --ignore tests/study --ignore tests/storage --ignore tests/authoring --ignore tests/cli
	$(PY) -m desktop check lessons tests/courses

screenshots: $(VENV)/ready ## every screen and state as pictures in build/screenshots
	QT_QPA_PLATFORM=offscreen $(PY) -m desktop screenshots build/screenshots $(ARGS)

bench: $(VENV)/ready-test ## times and memory, each beside its floor
	for file in tests/bench/bench_*.py; do PYTHONPATH=. $(PY) $$file $(ARGS) || exit 1; done

torture: $(VENV)/ready-test ## kills, bit flips, full disks: minutes, not seconds
	$(PY) -m pytest -m torture $(ARGS)

check-lessons: $(VENV)/ready ## check all lessons, with file and line of each mistake
	$(PY) -m desktop check lessons tests/courses

clean: ## remove what make built
	rm -rf $(VENV) build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# Stamps: each says that a step is done and newer than what it depends on.

$(VENV)/made:
	sh tools/make_venv.sh $(PYTHON) $(VENV)
	touch $@

$(VENV)/ready: $(VENV)/made pyproject.toml tools/system_packages.py
	echo "Installing Clozeline into $(VENV)"
	$(PIP) install --editable .
	$(PY) tools/system_packages.py qt
	touch $@

$(VENV)/ready-test: $(VENV)/made pyproject.toml tools/system_packages.py
	echo "Installing Clozeline and its test tools into $(VENV)"
	$(PIP) install --editable '.[test]'
	$(PY) tools/system_packages.py qt end-to-end
	touch $@ $(VENV)/ready
