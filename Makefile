# make run, make test: all the set-up there is on a machine with Python (3.10 or later) and make.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: run test lint types verify check bench pictures reference format clean

run: $(VENV)/ready          ## open the explorer
	$(BIN)/cstoref

test: $(VENV)/ready         ## run the tests
	$(BIN)/python -m pytest

lint: $(VENV)/ready         ## formatting and lint
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: $(VENV)/ready        ## mypy, strict
	$(BIN)/mypy

verify: $(VENV)/ready       ## every text, quote, reference and date; every sentence covered
	$(BIN)/cstoref verify
	$(BIN)/cstoref coverage

check: test lint types verify   ## all of these

bench: $(VENV)/ready        ## what is said to be fast, beside what it is compared to
	$(BIN)/python -m bench

pictures: $(VENV)/ready     ## the pictures in docs/, drawn by the program
	$(BIN)/python docs/pictures.py

reference: $(VENV)/ready    ## docs/reference.md and the fields in docs/data.md, written from the code
	$(BIN)/python docs/reference.py
	$(BIN)/python docs/vocabulary.py

format: $(VENV)/ready       ## format the code
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

$(VENV)/ready: pyproject.toml requirements-dev.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps -e .
	touch $@

clean:                      ## remove what was made here
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
