# On a machine with Python 3.11 or newer and make, `make render` and `make test` set up all they need.

PYTHON  ?= python3
FORMATS ?= docx
SEED    ?= 1
SAMPLE  ?= 80
FOLDERS ?=
EDITS   ?= 10000
OUTPUTS := diff findings vedtak-check vedtak-list

VENV  := .venv
BIN   := $(VENV)/bin
READY := $(VENV)/.ready
PEERS := $(VENV)/.peers
LINGUA := $(VENV)/.lingua
# A file stays with one worker, which keeps what its tests share; the order is that of tests/conftest.py.
SHARED_OUT := --numprocesses auto --dist loadfile --no-loadscope-reorder
PIP   := python -m pip --disable-pip-version-check --quiet

.DEFAULT_GOAL := help
.PHONY: help render validate test quick bench test-wheel judges mutants browser corpus edits check format wheel picture reference derived golden constraints clean

help: ## list what make can do here
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

render: $(READY) ## write the newest plan's documents to build/ (FORMATS="docx odt pdf html md")
	@$(BIN)/bygdeplan render $(FORMATS:%=--format %)

validate: $(READY) ## check every plan
	@$(BIN)/bygdeplan validate plans/*.yaml

browser: $(READY) ## go through the page of edit in a browser, by keyboard alone (installs what it needs)
	@$(BIN)/python -m tools.judges.programs
	@BROWSER=yes $(BIN)/python -m pytest tests/cli/pult/test_nettlesar.py

test: check ## check the code, then run the tests
	$(BIN)/python -m pytest $(SHARED_OUT)

quick: $(READY) ## run the tests that start no pandoc, no Typst and no other program but git
	@$(BIN)/python -m pytest $(SHARED_OUT) -m 'not slow and not wheel'

bench: $(PEERS) ## measure whole commands beside the limit that their parts set
	@$(BIN)/python -m bench --json build/bench.json

test-wheel: $(READY) ## install the built wheel in a clean environment and run it there
	$(BIN)/python -m pytest -m wheel

judges: $(LINGUA) ## let outside judges look at every rendered file (installs what they need)
	@$(BIN)/python -m tools.judges

check: $(READY) ## lint, formatting, types and import layers
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

mutants: $(READY) ## put small faults into the code and see which tests find them (SEED=1 SAMPLE=80)
	@$(BIN)/python -m tools.mutants --seed $(SEED) --sample $(SAMPLE)

corpus: $(READY) ## run every file through every command that takes it (FOLDERS="…" for more files)
	@$(BIN)/python -m tools.corpus $(FOLDERS)

edits: $(READY) ## wish for ten thousand changes of plans at the desk, and look at each (EDITS=10000)
	@EDITS=$(EDITS) KILLS=100 $(BIN)/python -m pytest --numprocesses auto \
		tests/cli/pult/test_alltid.py tests/cli/pult/test_drap.py tests/utgave/test_planskriving.py

format: $(READY) ## format the code and mend what ruff can mend
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

wheel: $(READY) ## build the wheel in dist/
	$(BIN)/python -m build --wheel --no-isolation --outdir dist

picture: $(READY) ## draw the picture in the README anew (needs poppler and ImageMagick)
	@PATH="$(CURDIR)/$(BIN):$$PATH" docs/bilete/dokument.sh

reference: $(READY) ## make templates/reference.docx and .odt anew after a change in husstil.yaml
	@$(BIN)/python -m tools.reference

derived: $(READY) ## refresh what is made from the code: docs/reglar.md, docs/endringar.md, schemas
	@$(BIN)/bygdeplan explain --format md > docs/reglar.md
	@$(BIN)/bygdeplan explain --of endringar --format md > docs/endringar.md
	@$(BIN)/bygdeplan schema > plan.schema.json
	@for of in $(OUTPUTS); do $(BIN)/bygdeplan schema --of $$of > schemas/$$of.schema.json || exit 1; done

golden: $(READY) ## write the golden documents of the tests anew
	$(BIN)/python -m pytest tests/test_golden.py --refresh-golden

# Run with the oldest Python the package admits, so that every pinned version has a wheel for it.
# colorama is what click, pytest and build ask for on Windows only.
constraints: ## pin the newest version of everything (PYTHON=python3.11)
	rm -rf build/constraints
	$(PYTHON) -m venv build/constraints
	build/constraints/bin/$(PIP) install colorama '.[bench,dev,judges]'
	{ grep '^#' constraints.txt; build/constraints/bin/$(PIP) freeze --exclude bygdeplan; } > build/constraints.txt
	mv build/constraints.txt constraints.txt
	rm -rf build/constraints

clean: ## remove the environment and everything made
	rm -rf $(VENV) build dist .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find bench src tests tools -name __pycache__ -type d -prune -exec rm -rf {} +

# The build backend goes in first and is used as it stands: pinned like everything else.
$(READY): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit("bygdeplan needs Python 3.11 or newer; name one: make PYTHON=python3.13")'
	@echo 'Setting up $(VENV); the first time takes a minute.' >&2
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/$(PIP) install --constraint constraints.txt hatchling
	@$(BIN)/$(PIP) install --constraint constraints.txt --no-build-isolation --editable '.[dev]'
	@$(BIN)/python -m compileall -q src
	@touch $@

$(LINGUA): $(READY)
	@$(BIN)/$(PIP) install --constraint constraints.txt --no-build-isolation --editable '.[judges]'
	@touch $@

# Without them the bench says which of them it could not measure.
$(PEERS): $(READY)
	@$(BIN)/$(PIP) install --constraint constraints.txt --no-build-isolation --editable '.[bench]' \
	&& touch $@ || echo 'What the program is held beside could not be installed.' >&2
