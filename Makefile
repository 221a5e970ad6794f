# make run, make test: all the set-up there is on a machine with Python (3.10 or later) and make. make help lists the rest.
PYTHON ?= python3
VENV := .venv
READERS := .venv-readers
FOLDER := .venv-folder
BIN := $(VENV)/bin
SOAK ?= 2000
SOAKED := tests/hostile tests/faults tests/fuzz tests/user/test_kill.py tests/tui/test_random_keys.py tests/tui/test_sizes.py

QUICK := tests/test_*.py tests/authoring tests/bench tests/citing tests/render tests/store tests/session

.PHONY: help run test quick lint types verify check soak readers readers-table site-check web-check bench judge pictures reference format clean
.PHONY: wheel bundle deb test-deb folder test-folder platforms pythons ways reproduce test-offline release-check lock world-names

help:                       ## list these targets
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' Makefile | expand -t 16

run: $(VENV)/ready          ## open the explorer
	$(BIN)/cstoref

test: $(VENV)/ready         ## run the tests, on as many processes as there are cores
	$(BIN)/python -m pytest -n auto --dist loadfile

quick: $(VENV)/ready        ## the tests of functions and of the store, in less than a minute
	$(BIN)/python -m pytest -n auto --dist loadfile $(wildcard $(QUICK)) -m "not slow"

lint: $(VENV)/ready         ## formatting and lint
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: $(VENV)/ready        ## mypy, strict
	$(BIN)/mypy

verify: $(VENV)/ready       ## check every text, quote, reference and date, and coverage
	$(BIN)/cstoref verify
	$(BIN)/cstoref coverage

check: test lint types verify   ## all of these

soak: $(VENV)/ready         ## long runs of the fuzz, fault and hostile tests, part by part; goes on after a stop: SOAK=2000
	SOAK=$(SOAK) $(BIN)/python -m tests.soak $(SOAKED)

readers: $(READERS)/ready   ## open every export with the programs of other people
	$(READERS)/bin/python -m pytest -p no:cacheprovider tests/readers

readers-table: $(READERS)/ready  ## the same, and write what came of it into docs/exports.md
	$(READERS)/bin/python -m pytest -p no:cacheprovider tests/readers --table docs/exports.md

site-check: $(VENV)/ready    ## open the site in a real browser, with its search, dates, links and accessibility
	$(BIN)/python -m tests.site.browser

web-check: $(VENV)/ready    ## open the explorer in a real browser, and try to get in without its address
	$(BIN)/python -m tests.web

bench: $(VENV)/ready        ## measure what is claimed to be fast, next to what it is compared to
	$(BIN)/python -m bench

judge: $(VENV)/ready        ## judged queries: figures, wrong answers and misses
	$(BIN)/python -m bench.judge

pictures: $(VENV)/ready     ## draw the pictures in docs/
	$(BIN)/python docs/pictures.py

reference: $(VENV)/ready    ## write docs/reference.md, docs/assistants.md, the manual page and the fields in docs/data.md
	$(BIN)/python docs/reference.py
	$(BIN)/python docs/manual.py
	$(BIN)/python docs/vocabulary.py
	$(BIN)/python docs/assistants.py

format: $(VENV)/ready       ## format the code
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

wheel: $(VENV)/ready        ## build wheel and sdist into dist/
	$(BIN)/python -m release.build

bundle: $(VENV)/ready       ## build an offline bundle into dist/: PLATFORM=windows-amd64 PYTHONS="3.11 3.12" WITH=import
	$(BIN)/python -m release.bundle --platform "$(PLATFORM)" --pythons "$(PYTHONS)" --with "$(WITH)"

deb: $(VENV)/ready          ## build a Debian package into dist/: PLATFORM=linux-aarch64
	$(BIN)/python -m release.deb.package --platform "$(PLATFORM)"

test-deb: $(VENV)/ready     ## prove that the Debian package installs into an empty system without a network
	$(BIN)/python -m release.deb.prove

folder: $(VENV)/ready $(FOLDER)/ready    ## build a folder that needs no Python into dist/, for this platform
	$(BIN)/python -m release.folder.package

test-folder: $(VENV)/ready $(FOLDER)/ready    ## prove that the folder runs in a system with libc alone, without a network
	$(BIN)/python -m release.folder.prove

platforms: $(VENV)/ready    ## list the platforms and Pythons of bundles, also in docs/install.md
	$(BIN)/python -m release.platforms

pythons: $(VENV)/ready      ## check that the wheel answers alike on every Python of this machine
	$(BIN)/python -m release.pythons

ways: $(VENV)/ready         ## check that every way to install answers alike
	$(BIN)/python -m release.ways

reproduce: $(VENV)/ready    ## check that the same commit makes the same bytes
	$(BIN)/python -m release.reproduce

test-offline: $(VENV)/ready ## prove that it installs without a network: PYTHONS="3.12" NAMESPACE=required
	$(BIN)/python -m release.prove --pythons "$(PYTHONS)" $(if $(NAMESPACE),--require-namespace)

release-check: $(VENV)/ready $(FOLDER)/ready    ## run everything that a release needs
	$(BIN)/python -m release.check

world-names: $(VENV)/ready  ## write the names of territories and cities in the world's languages, from CLDR
	$(BIN)/python -m release.world_names

lock: $(VENV)/ready         ## resolve the packages of bundles again (needs uv)
	$(BIN)/python -m release.lock

$(VENV)/ready: pyproject.toml requirements-dev.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps -e .
	touch $@

$(READERS)/ready: pyproject.toml requirements-dev.txt requirements-readers.txt
	$(PYTHON) -m venv $(READERS)
	$(READERS)/bin/python -m pip install --quiet --disable-pip-version-check -r requirements-readers.txt
	$(READERS)/bin/python -m pip install --quiet --disable-pip-version-check --no-deps -e .
	touch $@

$(FOLDER)/ready: requirements-folder.txt
	$(PYTHON) -m venv $(FOLDER)
	$(FOLDER)/bin/python -m pip install --quiet --disable-pip-version-check -r requirements-folder.txt
	touch $@

clean:                      ## remove everything that make created
	rm -rf $(VENV) $(READERS) $(FOLDER) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
