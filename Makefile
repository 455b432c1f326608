# `make briefings` and `make test` are all a newcomer needs; both set up what is missing.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: briefings england test test-all check format score gains bench bench-peers verapdf clean help
.DEFAULT_GOAL := help

help: ## list what can be made
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

briefings: $(VENV)/.ready ## build every spec in briefings/ into out/
	$(BIN)/councilbrief build

england: $(VENV)/.ready ## a table of all councils, a briefing for each (REPORTS=folder, AS_AT=date, ENGINE=local)
	$(if $(REPORTS),,$(error give the folder of Ofsted's reports: make england REPORTS=folder))
	$(BIN)/councilbrief national "$(REPORTS)" --briefings --out out/england \
		--log out/england.jsonl --engine $(or $(ENGINE),local) $(if $(AS_AT),--as-at $(AS_AT))

test: $(VENV)/.ready ## run the tests, the slow ones apart
	$(BIN)/pytest -n auto -m "not slow"

test-all: $(VENV)/.ready ## run every test
	$(BIN)/pytest -n auto

check: $(VENV)/.ready ## lint, types, import contract
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(VENV)/.ready ## put the code into shape
	$(BIN)/ruff check --fix-only .
	$(BIN)/ruff format .

score: $(VENV)/.ready ## score the finders against hand-checked texts (COUNCILBRIEF_CORPUS; ASK=options)
	$(BIN)/python tools/score.py $(ASK)

gains: $(VENV)/.ready ## what the working tree gains and loses of them against a commit (REVISION, else HEAD)
	$(BIN)/python tools/gains.py $(REVISION) $(ASK)

bench: $(VENV)/.ready ## time the steps of a build, the start of the program, and setting beside other tools
	$(BIN)/python benchmarks/pipeline.py
	$(BIN)/python benchmarks/articles.py
	$(BIN)/python benchmarks/reports.py
	$(BIN)/python benchmarks/builds.py
	$(BIN)/python benchmarks/pages.py

bench-peers: ## set up what briefings are timed beside, in build/peers (WeasyPrint needs Pango)
	$(PYTHON) -m venv build/peers
	build/peers/bin/python -m pip install --quiet --disable-pip-version-check '.[bench]'

verapdf: $(VENV)/.ready ## set up veraPDF for its slow test, in build/verapdf (needs a JDK and Debian's apt)
	$(BIN)/python tools/verapdf.py --set-up

clean: ## remove what was made, the briefings apart
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache

$(VENV)/.ready: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade pip
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	touch $@
