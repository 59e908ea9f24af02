# `make site` builds the website, `make test` runs every check; both make .venv first. `make` lists the rest.

SHELL := /bin/sh
VENV := .venv
BIN := $(VENV)/bin
SITE := $(VENV)/.site-ready
TEST := $(VENV)/.test-ready

# The first Python that is new enough; PYTHON=... names another one.
PYTHON ?= $(shell for python in python3.13 python3.12 python3.11 python3; do \
	if $$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then echo $$python; break; fi; \
	done)

.DEFAULT_GOAL := help
.PHONY: help site serve test check browser checkers clean

help:  ## list what make can do
	@sed -n 's/^\([a-z]*\):.*## /  make \1|/p' $(MAKEFILE_LIST) | awk -F'|' '{ printf "%-18s %s\n", $$1, $$2 }'

site: $(SITE)  ## build the website into site/
	@$(BIN)/python build.py
	@echo "to see it: $(BIN)/python -m http.server --directory site, then open http://localhost:8000/"
	@echo "to write, and see it change: $(BIN)/python build.py serve --open"

serve: $(SITE)  ## see the website in the browser while you write
	@$(BIN)/python build.py serve --open

test: check browser  ## run every check and every test
	@$(BIN)/pytest --cov --cov-report=term

check: $(TEST)  ## style, types, import contracts
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

browser: $(TEST)  ## find or install a browser for the tests
	@$(BIN)/python tools/install_browser.py || test -z "$$CI"

checkers:  ## install the Nu HTML checker and say how to use it
	@echo "export DATELINE_VNU_JAR=$$(tools/install_checkers.sh)"

clean:  ## remove .venv and all that tools leave behind
	rm -rf $(VENV) .*_cache .hypothesis .coverage .coverage.* htmlcov dist

$(BIN)/python:
	@if [ -z "$(PYTHON)" ]; then echo "Dateline needs Python 3.11 or newer, and found none; see https://www.python.org/downloads/" >&2; exit 1; fi
	@echo "making $(VENV) with $(PYTHON)"
	@$(PYTHON) -m venv $(VENV) || { echo "Python has no venv module here; on Debian: apt-get install python3-venv" >&2; rm -rf $(VENV); exit 1; }

$(SITE): $(BIN)/python pyproject.toml
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[serve]'
	@touch $@

$(TEST): $(BIN)/python pyproject.toml
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[serve,test]'
	@touch $@ $(SITE)
