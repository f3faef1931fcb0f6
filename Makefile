# PYTHON= chooses the interpreter that .venv is made with (the first Python >= 3.11 otherwise).
.DEFAULT_GOAL := help
.PHONY: help demo test check bench lock clean
export PYTHON

VENV := .venv/bin
ARGS ?=

help: ## this list
	@grep -E '^[a-z]+:.*##' Makefile | sed -E 's/^([a-z]+):[^#]*## (.*)/  make \1\t\2/' | expand -t 16

demo: ## a real homeserver, a real conversation; ARGS="--data folder" keeps it
	@scripts/bootstrap demo
	@$(VENV)/python -m commonsbot demo $(ARGS)

test: ## every test (some need Node >= 20); ARGS="tests/demo -k feeds" for some
	@scripts/bootstrap dev
	@$(VENV)/python -m pytest $(ARGS)

check: ## ruff, strict types, import walls
	@scripts/bootstrap dev
	$(VENV)/ruff check .
	$(VENV)/ruff format --check .
	$(VENV)/mypy
	$(VENV)/lint-imports

bench: ## speed and memory beside a bare echo bot
	@scripts/bootstrap dev
	@$(VENV)/python -m benchmarks $(ARGS)

lock: ## recompile requirements/ from pyproject.toml; ARGS=--upgrade for the newest versions
	@scripts/lock $(ARGS)

clean: ## remove .venv and every cache
	rm -rf .venv build tests/strict/node_modules .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
