# Everything a person or CI runs. The first target that needs it makes .venv from requirements.lock.
PYTHON ?= python3
BIN := .venv/bin
INSTALLED := .venv/.installed
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet --no-deps

.PHONY: dataset test check accuracy ablation speed ui install lock docs clean

dataset: $(INSTALLED) ## build the warehouse from the five seed articles
	$(BIN)/chancery build

test: $(INSTALLED) ## run every test with coverage, on two cores
	$(BIN)/pytest --numprocesses 2 --dist worksteal --cov --cov-report=term:skip-covered

check: $(INSTALLED) ## lint, format, types, import rules, Dagster definitions
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/dg check defs
	$(BIN)/dagster definitions validate

accuracy: $(INSTALLED) ## score the gold set and fail when a figure fell below benchmarks/baseline.json
	$(BIN)/python -m benchmarks.accuracy

ablation: $(INSTALLED) ## what each rule is worth: score the gold set with one switched off at a time (minutes)
	$(BIN)/python -m benchmarks.ablation

speed: $(INSTALLED) ## words per second, latency, memory, beside a plain spaCy pipeline (minutes of an idle machine)
	$(BIN)/python -m benchmarks.reading_speed

ui: $(INSTALLED) ## open the Dagster UI, with the daily schedule and the inbox sensor on
	$(BIN)/chancery ui

docs: $(INSTALLED) ## write the generated documents again; README answers come from the built seeds
	$(BIN)/python -m warehouse.dictionary
	$(BIN)/python -m pipelines.readme

install: $(INSTALLED) ## make .venv

$(INSTALLED): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 14))' \
		|| { echo "Python 3.11, 3.12 or 3.13 is needed: make PYTHON=/path/to/python3.11"; exit 1; }
	$(PYTHON) -m venv --clear .venv
	$(PIP) --require-hashes -r requirements.lock
	$(PIP) --no-build-isolation --editable .
	@touch $@

lock: ## resolve the dependencies again; needs uv on the PATH
	uv pip compile pyproject.toml --group dev --universal --python-version 3.11 \
		--generate-hashes --no-annotate --no-header --output-file requirements.lock

clean: ## remove the environment and the built data
	rm -rf .venv data
