# Everything a person needs, on a machine with Python 3.11 or newer and make. `make help` lists it.
SHELL := /bin/bash
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8801
DATA ?=
CONFIG ?= config.toml

.PHONY: help install demo run test check bench soak docs lock clean

help: ## what there is
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /\1\t/' | column -t -s "$$(printf '\t')"

install: $(VENV)/.installed ## the environment, in .venv

$(VENV)/.installed: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Python 3.11 or newer is needed (PYTHON=python3.12 make ... chooses one)"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	@if $(BIN)/pip install --quiet --disable-pip-version-check uv 2>/dev/null; then \
	  VIRTUAL_ENV=$(VENV) $(BIN)/uv pip install --quiet --compile-bytecode --require-hashes -r requirements.lock \
	  && VIRTUAL_ENV=$(VENV) $(BIN)/uv pip install --quiet --no-deps -e . ; \
	else false; fi \
	|| { echo "uv could not install; falling back to pip"; \
	  $(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock \
	  && $(BIN)/pip install --quiet --disable-pip-version-check --no-deps -e . ; }
	@$(BIN)/python -m compileall -q bot commands scheduler sandbox
	@touch $@

demo: install ## a WeCom on localhost and the bot in it; PORT=8800 chooses where, DATA=dir keeps the data
	@$(BIN)/qunwu demo --port $(PORT) $(if $(DATA),--data $(DATA))

run: install ## the bot in production: make run CONFIG=config.toml
	@$(BIN)/qunwu run --config $(CONFIG)

test: install ## all tests; REQUIRE=browser,postgres makes their absence a failure
	@$(BIN)/python -m compileall -q bot commands scheduler sandbox
	PYTHONDONTWRITEBYTECODE= $(BIN)/pytest -n auto

check: install ## format, lint, types, import rules
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: install ## prints ratios, one JSON object a line
	@$(BIN)/python -m bench

soak: install ## the long runs: many seeds, many kills
	$(BIN)/pytest -m soak --ignore=tests/crash/test_seeds.py
	$(BIN)/pytest -m soak -n auto tests/crash/test_seeds.py

docs: install ## writes docs/commands.md anew from the commands themselves
	@$(BIN)/python -m bot.manual > docs/commands.md.new && mv docs/commands.md.new docs/commands.md

lock: ## writes requirements.lock anew from pyproject.toml
	$(BIN)/uv pip compile --quiet --extra test --generate-hashes --no-emit-index-url --no-annotate --no-header --universal --python-version 3.11 -o requirements.lock pyproject.toml

clean: ## removes what was made here
	rm -rf $(VENV) build *.egg-info
