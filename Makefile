# make run, make test: all the set-up there is on a machine with Python (3.10 or later) and make.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SOAK ?= 2000
SOAKED := tests/hostile tests/faults tests/fuzz tests/user/test_kill.py tests/tui/test_mashing.py tests/tui/test_sizes.py

.PHONY: run test lint types verify check soak bench judge pictures reference format clean
.PHONY: wheel bundle platforms pythons ways reproduce test-offline release-check lock world-names

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

soak: $(VENV)/ready         ## the long form of what must be steady, with the figures: SOAK=2000 examples of each
	SOAK=$(SOAK) $(BIN)/python -m pytest -p tests.tally $(SOAKED)

bench: $(VENV)/ready        ## what is said to be fast, beside what it is compared to
	$(BIN)/python -m bench

judge: $(VENV)/ready        ## how well words lead to what they mean: 870 judged queries, wrong answers and misses
	$(BIN)/python -m bench.judge

pictures: $(VENV)/ready     ## the pictures in docs/, drawn by the program
	$(BIN)/python docs/pictures.py

reference: $(VENV)/ready    ## docs/reference.md and the fields in docs/data.md, written from the code
	$(BIN)/python docs/reference.py
	$(BIN)/python docs/vocabulary.py

format: $(VENV)/ready       ## format the code
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

wheel: $(VENV)/ready        ## wheel and sdist, into dist/
	$(BIN)/python -m release.build

bundle: $(VENV)/ready       ## an offline bundle, into dist/: PLATFORM=windows-amd64 PYTHONS="3.11 3.12"
	$(BIN)/python -m release.bundle --platform "$(PLATFORM)" --pythons "$(PYTHONS)"

platforms: $(VENV)/ready    ## the platforms and Pythons that bundles can be made for, also into docs/install.md
	$(BIN)/python -m release.platforms

pythons: $(VENV)/ready      ## the same wheel answers alike on every Python of this machine
	$(BIN)/python -m release.pythons

ways: $(VENV)/ready         ## every way to install from a checkout answers alike
	$(BIN)/python -m release.ways

reproduce: $(VENV)/ready    ## the same commit makes the same bytes
	$(BIN)/python -m release.reproduce

test-offline: $(VENV)/ready ## prove that it installs without a network: PYTHONS="3.12" NAMESPACE=required
	$(BIN)/python -m release.prove --pythons "$(PYTHONS)" $(if $(NAMESPACE),--require-namespace)

release-check: $(VENV)/ready    ## everything that must hold before a release
	$(BIN)/python -m release.check

world-names: $(VENV)/ready  ## the names of territories and cities in the world's languages, from CLDR
	$(BIN)/python -m release.world_names

lock: $(VENV)/ready         ## resolve what bundles carry anew (needs uv)
	$(BIN)/python -m release.lock

$(VENV)/ready: pyproject.toml requirements-dev.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps -e .
	touch $@

clean:                      ## remove what was made here
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
