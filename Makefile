# The tasks of memcon. A machine needs Rust, Python 3.10 or later and make; the tasks do the rest.

.DEFAULT_GOAL := help
SHELL := bash
.SHELLFLAGS := -euo pipefail -c

CARGO ?= cargo
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed

# What the Python package is made of; a change of any of it installs the package anew.
SOURCES := pyproject.toml Cargo.toml Cargo.lock \
	$(shell find crates -type f \( -name '*.rs' -o -name '*.toml' -o -name '*.txt' -o -name '*.css' \))

# The crates that are published.
CRATES := memcon memcon-arrow memcon-corpus memcon-cli

.PHONY: help setup show test check lint fmt golden score bench docs accuracy
.PHONY: notebooks spark fuzz soak measure packages
.PHONY: test-rust test-python check-rust check-python lint-rust lint-python

help: ## List the tasks
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "%-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: $(INSTALLED) ## Make the virtual environment and install the Python package in it

$(INSTALLED): $(SOURCES)
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[test]'
	touch $@

show: ## Show an invented record as a page in the terminal
	@$(CARGO) run --quiet --package memcon-cli -- show tests/corpus/wilson-center/border-talks.txt

test: test-rust test-python ## Run every test, in Rust and in Python

test-rust: ## Run the tests in Rust
	$(CARGO) test --workspace --locked --no-fail-fast

test-python: setup ## Run the tests in Python
	$(BIN)/python -m pytest

check: check-rust check-python ## Everything that a change must pass

check-rust: lint-rust ## Format, lints, tests and documentation of the Rust crates
	if $(CARGO) nextest --version >/dev/null 2>&1; then \
		$(CARGO) nextest run --workspace --locked --no-fail-fast; \
		$(CARGO) test --workspace --locked --doc; \
	else \
		$(CARGO) test --workspace --locked --no-fail-fast; \
	fi
	RUSTDOCFLAGS=-Dwarnings $(CARGO) doc --workspace --no-deps --locked

check-python: lint-python test-python ## Tests, lints and types of the Python package

lint: lint-rust lint-python ## Format, lints and types, in Rust and in Python

lint-rust: ## Format and lints of the Rust crates
	$(CARGO) fmt --all --check
	$(CARGO) clippy --workspace --all-targets --locked -- -D warnings

lint-python: setup ## Format, lints and types of the Python package
	$(BIN)/python -m ruff check python tests
	$(BIN)/python -m ruff format --check python tests
	$(BIN)/python -m mypy
	$(BIN)/python -m mypy.stubtest memcon

fmt: setup ## Format everything
	$(CARGO) fmt --all
	$(BIN)/python -m ruff format python tests

golden: ## Write the goldens and the schema anew; read the diff before you commit it
	-UPDATE_EXPECT=1 $(CARGO) test --package memcon-tests --test corpus --test schema --no-fail-fast
	git --no-pager diff --stat -- tests/corpus schema

# MEMCON_CORPUS names the folder of real documents; the scorer lies beside it.
score: setup ## Score the reading of real documents; RAISE=1 lifts the floor to the figures
	@if test -z "$${MEMCON_CORPUS:-}"; then \
		echo '*** MEMCON_CORPUS is not set: the real documents were NOT scored ***' >&2; \
	else \
		mkdir -p target; \
		$(BIN)/python "$$MEMCON_CORPUS/../bench/score.py" "$$MEMCON_CORPUS/frus" --style all --json \
			> target/score.jsonl; \
		$(BIN)/python tests/score_floor.py $(if $(RAISE),--raise) target/score.jsonl; \
		$(BIN)/python tests/apparatus.py $(if $(RAISE),--raise) "$$MEMCON_CORPUS/frus"; \
	fi

bench: ## Measure how many bytes a second are read, by criterion
	$(CARGO) bench --package memcon --bench parse

# On a quiet machine; ten minutes. MEMCON_CORPUS tells where the baseline and the real records are.
measure: setup ## Measure the whole from Python: throughput, linear cost, memory, cores; ARGS=--quick for less
	$(BIN)/python -m pip install --quiet --disable-pip-version-check lxml
	$(BIN)/python tests/bench/bench.py --json target/bench.json $(ARGS)

docs: setup ## Build the documentation in target/docs
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement docs/requirements.txt
	$(BIN)/python -m sphinx -W --keep-going -q -b html docs target/docs
	rm -rf target/doc target/docs/rust
	RUSTDOCFLAGS=-Dwarnings $(CARGO) doc --quiet --locked --no-deps $(addprefix --package ,$(CRATES))
	cp -R target/doc target/docs/rust

notebooks: setup ## Run the notebooks of the documentation
	$(BIN)/python -m pytest --nbmake --nbmake-timeout=300 docs/notebooks

spark: setup ## Read on a real local Spark, on Dask and on Daft; Java is installed where it is missing
	tests/heavy/spark.sh $(BIN)/python

edition: setup ## Look at the reading edition in Chromium; UPDATE=1 keeps the pictures of what is seen
	$(CARGO) build --package memcon-cli --locked
	tests/heavy/edition.sh $(if $(UPDATE),--update)

fuzz: ## Fuzz every reader and the writers' round trips; SECONDS_EACH=600, TARGETS='html tei' for some
	tests/fuzz/run $(or $(SECONDS_EACH),600) $(TARGETS)

packages: ## Make what would be published and try it as a stranger would: sdist, wheel, crates
	tests/heavy/packages.sh $(PYTHON)

soak: setup ## Read 20000 files while everything goes wrong
	MEMCON_SOAK=20000 $(BIN)/python -m pytest tests/python/test_soak.py

accuracy: setup ## Measure the real documents anew for the documentation's table
	@test -n "$${MEMCON_CORPUS:-}" || { echo 'set MEMCON_CORPUS to the folder of real documents' >&2; exit 1; }
	$(BIN)/python tests/accuracy.py "$$MEMCON_CORPUS/frus" "$$MEMCON_CORPUS/../bench/score.py" docs/data/accuracy.json
