# Two commands matter: `make run` and `make test`. Both set up everything they need; a second call starts at once.
# The Python to build .venv from; left empty, the first found that is new enough.
PYTHON ?=
VENV := .venv
PY := $(VENV)/bin/python
PIP := $(PY) -m pip -qq --disable-pip-version-check
OFFLINE := { echo "Installing failed; is the network, and with it the package index, within reach?" >&2; exit 1; }
ARGS ?=
QT_FREE_TESTS := $(wildcard $(addprefix tests/,domain study storage authoring cli))

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help display run test screenshots bench torture walk check-lessons clean
.SILENT:

help: ## list the targets
	awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-14s %s\n", $$1, $$2 }' Makefile

run: display $(VENV)/ready ## set up if needed and start the app; ARGS="..." is passed on
	$(PY) -m desktop $(ARGS)

display:
	sh .ci/display.sh

test: $(VENV)/ready-test ## lint, types, tests, lessons
	$(PY) -m ruff check --quiet .
	$(PY) -m ruff format --check --quiet . || { echo "ruff format would change files: run .venv/bin/ruff format ." >&2; exit 1; }
	# Types are checked beside the tests that need no Qt; then one process more than cores, because the
	# end-to-end test mostly waits for the program it watches.
	$(PY) -m mypy --no-error-summary & types=$$!; \
	$(PY) -m pytest -p tests.without_qt $(QT_FREE_TESTS); tests=$$?; wait $$types && exit $$tests
	$(PY) -m pytest -n 3 --dist loadfile tests $(addprefix --ignore=,$(QT_FREE_TESTS))
	$(PY) -m desktop check lessons
	$(PY) -m desktop check --schema-only tests/courses

walk: $(VENV)/ready-test ## walk over every screen in the sizes that make test leaves out
	$(PY) -m pytest -m torture tests/test_pages.py

screenshots: $(VENV)/ready ## every screen and state as pictures in build/screenshots
	QT_QPA_PLATFORM=offscreen $(PY) -m desktop screenshots build/screenshots $(ARGS)

bench: $(VENV)/ready-test ## times and memory, each beside its floor
	for file in tests/bench/bench_*.py; do PYTHONPATH=. $(PY) $$file $(ARGS) || exit 1; done

torture: $(VENV)/ready-test ## kills, bit flips, full disks: minutes, not seconds
	$(PY) -m pytest -m torture $(ARGS)

check-lessons: $(VENV)/ready ## check all lessons, with file and line of each mistake
	$(PY) -m desktop check lessons
	$(PY) -m desktop check --schema-only tests/courses

clean: ## remove what make built
	rm -rf $(VENV) build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# Stamps: each says that a step is done and newer than what it depends on.

$(VENV)/made:
	sh .ci/make_venv.sh $(VENV) $(PYTHON)
	touch $@

$(VENV)/ready: $(VENV)/made pyproject.toml .ci/system_packages.py
	echo "Installing Clozeline into $(VENV)"
	$(PIP) install --editable . || $(OFFLINE)
	$(PY) .ci/system_packages.py qt
	touch $@

$(VENV)/ready-test: $(VENV)/made pyproject.toml .ci/system_packages.py
	echo "Installing Clozeline and its test tools into $(VENV)"
	$(PIP) install --editable '.[test]' || $(OFFLINE)
	$(PY) .ci/system_packages.py qt end-to-end
	touch $@ $(VENV)/ready
