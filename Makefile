# site-builder. `make help` lists the targets.
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
SHELL := /bin/sh

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

# A stamp for each set of packages: made again when its lock file, or how the project is packaged, changes.
SITE_READY := $(VENV)/.site-ready
DEV_READY := $(VENV)/.dev-ready

.PHONY: help
help: ## Show this list
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' Makefile | expand -t 14

.PHONY: site
site: $(SITE_READY) ## Build public/ from claims.yaml and content/
	@$(BIN)/site-builder build

.PHONY: check
check: $(SITE_READY) ## Check claims, quotations and articles; write nothing
	@$(BIN)/site-builder check

.PHONY: serve
serve: $(SITE_READY) ## Preview the site on this machine
	@$(BIN)/site-builder serve

.PHONY: test
test: lint types layers unit browser ## Everything that must hold: lint, types, layers, unit and browser tests

.PHONY: lint
lint: $(DEV_READY) ## Format and lint: Python, style sheets and scripts
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	@$(BIN)/python -m tests.browser.biome

.PHONY: types
types: $(DEV_READY) ## Types (mypy, strict)
	$(BIN)/mypy

.PHONY: layers
layers: $(DEV_READY) ## The import contract
	$(BIN)/lint-imports --cache-dir .cache/import-linter

.PHONY: unit
unit: $(DEV_READY) ## Unit, golden, property and end-to-end tests
	$(BIN)/python -m pytest -n auto --ignore=tests/browser --ignore=tests/deploy --ignore=tests/law

.PHONY: long
long: $(DEV_READY) ## Tests of which make test tries a part, with all that they can try
	LONG=all $(BIN)/python -m pytest -n auto -m long --ignore=tests/browser --ignore=tests/deploy --ignore=tests/law
	@$(BIN)/python -m tests.browser.tools
	LONG=all $(BIN)/python -m pytest -n 2 --dist loadscope -m long tests/browser

.PHONY: law
law: $(DEV_READY) ## Every edit once: a build that remembers equals one that does not
	$(BIN)/python -m pytest -n auto tests/law

.PHONY: law-whole
law-whole: $(DEV_READY) ## The same in several ways, there and back, as preview and as published
	LAW=whole $(BIN)/python -m pytest -n auto tests/law

.PHONY: law-mutants
law-mutants: $(DEV_READY) ## Whether the law fails without any one of the declared dependencies
	LAW=mutants $(BIN)/python -m pytest -n auto tests/law/test_mutants.py

.PHONY: faults
faults: $(DEV_READY) ## Each kind of file operation fails, wherever a command asks for it
	FAULTS=0 $(BIN)/python -m pytest -n auto tests/test_faulty.py

COUNT ?= 30000
SEED ?= 0

.PHONY: fuzz
fuzz: $(DEV_READY) ## Damaged projects (COUNT=30000 of them, from SEED=0 on): a site or diagnostics, each within 5 s of work and 60 s of waiting
	$(BIN)/python -m tests.fuzzing --seed $(SEED) --count $(COUNT)

COVERED := .cache/fuzz
SECONDS ?= 60
# What Atheris begins with; 0 would be another number each time.
BEGINNING ?= 1

.PHONY: fuzz-parsers
fuzz-parsers: $(COVERED)/.ready ## Any bytes for each parser (SECONDS=60 each), changed by what code they reach; Atheris, on Linux
	@for parser in $$($(COVERED)/bin/python -m tests.fuzzing.covered); do \
	  finds=tests/fuzzing/finds/parsers/$$parser; test -d $$finds || finds=; \
	  mkdir -p $(COVERED)/$$parser; echo "$$parser"; $(COVERED)/bin/python -m tests.fuzzing.covered $$parser -seed=$(BEGINNING) -max_total_time=$(SECONDS) -timeout=5 -print_final_stats=1 \
	    -verbosity=0 -artifact_prefix=$(COVERED)/found- $(COVERED)/$$parser $$finds || exit 1; \
	done

$(COVERED)/.ready: $(VENV)/bin/python requirements/site.txt requirements/fuzz.txt
	@$(BIN)/python -m venv --clear $(COVERED)
	@$(COVERED)/bin/python -m pip --disable-pip-version-check --quiet install --require-hashes -r requirements/site.txt -r requirements/fuzz.txt
	@touch $@

.PHONY: browser
browser: $(DEV_READY) ## Tests in a real browser; installs Debian's chromium and Java where there are none
	@$(BIN)/python -m tests.browser.tools
	$(BIN)/python -m pytest -n 2 --dist loadscope tests/browser --junitxml=test-results/browser.xml

.PHONY: hosts
hosts: $(DEV_READY) ## What hosts make of a site: nginx, an S3 server, their own parsers, workflows; and what other Pythons build
	@$(BIN)/python -m tests.browser.tools
	@$(BIN)/python -m tests.deploy.tools
	$(BIN)/python -m pytest tests/deploy

.PHONY: schema
schema: $(SITE_READY) ## Write the JSON Schemas for editors anew, with this project's ids
	@$(BIN)/site-builder schema

.PHONY: golden
golden: $(DEV_READY) ## Write the expected output of the golden cases anew; read the difference before committing it
	UPDATE_GOLDEN=1 $(BIN)/python -m pytest tests/test_cases.py -q

.PHONY: docs
docs: $(DEV_READY) ## Make the pages of docs/ anew that come from the code
	$(BIN)/python docs/generate.py

DOCS := .cache/docs

.PHONY: docs-site
docs-site: $(DOCS)/.ready ## The documentation as a site, in .cache/docs-site (MkDocs)
	@$(DOCS)/bin/mkdocs build --quiet --strict --site-dir .cache/docs-site
	@echo ".cache/docs-site/index.html"

$(DOCS)/.ready: $(VENV)/bin/python requirements/docs.txt
	@$(BIN)/python -m venv --clear $(DOCS)
	@$(DOCS)/bin/python -m pip --disable-pip-version-check --quiet install --require-hashes -r requirements/docs.txt
	@touch $@

WORDS := .cache/words.pot

.PHONY: marked
marked: $(DEV_READY)
	@mkdir -p .cache
	@$(BIN)/pybabel --quiet extract -F pyproject.toml -k say -k say_n:1,2 -k pgettext:1c,2 -k plurals:1,2 \
	  --add-location=file --sort-output --project=site-builder -o $(WORDS) .

.PHONY: words
words: marked ## Bring the interface's catalogues up to date with code and templates, and compile them
	$(BIN)/pybabel --quiet update -D site_builder -i $(WORDS) -d site_builder/locale \
	  --no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date
	$(BIN)/pybabel --quiet compile -D site_builder -d site_builder/locale

# The word behind `language` names one, and is no target.
ifeq (language,$(firstword $(MAKECMDGOALS)))
NEW := $(word 2,$(MAKECMDGOALS))
$(if $(NEW),$(eval $(NEW): ; @:))
endif

.PHONY: language
language: marked ## Begin the interface's words in another language: make language uk
	@echo "$(NEW)" | grep -qE '^[a-z]{2,3}$$' || { echo "Say which, by its tag without a region: make language uk" >&2; exit 1; }
	@test ! -e "site_builder/locale/$(NEW)" || { echo "There are words in $(NEW) already: make words brings them up to date" >&2; exit 1; }
	@$(BIN)/pybabel --quiet init -D site_builder -i $(WORDS) -d site_builder/locale -l "$(NEW)"
	@$(BIN)/pybabel --quiet compile -D site_builder -d site_builder/locale -l "$(NEW)"
	@echo "site_builder/locale/$(NEW)/LC_MESSAGES/site_builder.po: translate it, then make words; docs/languages.md says what to heed"

.PHONY: format
format: $(DEV_READY) ## Put the code into its format
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

.PHONY: bench
bench: $(SITE_READY) ## Next to Zola and Hugo with Pagefind, on 1,000 and 10,000 generated claims (without them: this project alone)
	@$(BIN)/python -m benchmarks.peers.run

.PHONY: bench-peers
bench-peers: $(DEV_READY) ## Fetch Zola, Hugo and Pagefind for make bench
	@$(BIN)/python -m benchmarks.peers.fetch

.PHONY: bench-growth
bench-growth: $(SITE_READY) ## Seconds a stage and peak memory for 1,000 to 30,000 generated claims
	@$(BIN)/python -m benchmarks.growth

.PHONY: bench-search
bench-search: $(DEV_READY) ## What search finds first, what a first search loads, and what the index costs
	$(BIN)/python benchmarks/relevance.py -v
	$(BIN)/python benchmarks/first_search.py 1000 10000
	$(BIN)/python benchmarks/searching.py 1000 10000

.PHONY: bench-preview
bench-preview: $(SITE_READY) ## What a preview holds in memory over 2,000 rebuilds
	@$(BIN)/python -m benchmarks.rebuilding 2000

.PHONY: lighthouse
lighthouse: $(DEV_READY) ## Lighthouse's scores of the shipped site's pages
	@$(BIN)/python -m tests.browser.tools
	@$(BIN)/python benchmarks/lighthouse/run.py

.PHONY: wheel
wheel: $(SITE_READY) ## Build the wheel and the source archive into dist/
	$(BIN)/hatchling build -d dist

RELEASE := .cache/release
EXTRAS := images,pdf,progress

.PHONY: release
release: addressed $(RELEASE)/.ready ## Everything that a release publishes, into dist/ (URL=https://HOST/OWNER/NAME, the repository's public address)
	@rm -rf dist
	@SITE_BUILDER_URL="$(URL)" $(MAKE) wheel
	@$(RELEASE)/bin/twine check --strict dist/*
	@rm -rf $(RELEASE)/wheel && $(BIN)/python -m venv --without-pip $(RELEASE)/wheel
	@sed -n 's/^\([a-z0-9-]*==[^ ;]*\).*/\1/p' requirements/site.txt > $(RELEASE)/versions.txt
	@$(PIP) --python $(RELEASE)/wheel install --constraint $(RELEASE)/versions.txt "$$(ls dist/*.whl)[$(EXTRAS)]"
	@$(RELEASE)/bin/cyclonedx-py environment --pyproject pyproject.toml --mc-type application --output-reproducible \
	  --of JSON -o dist/wheel.cdx.json $(RELEASE)/wheel
	@$(RELEASE)/bin/cyclonedx-py requirements --output-reproducible --of JSON -o dist/lock.cdx.json requirements/site.txt
	@cd dist && sha256sum -- * > SHA256SUMS && cat SHA256SUMS

.PHONY: addressed
addressed:
	@test -n "$(URL)" || { echo "Say where the repository is public: make release URL=https://github.com/OWNER/NAME" >&2; exit 1; }

.PHONY: audit
audit: $(RELEASE)/.ready ## Known vulnerabilities of the locked packages; needs the Python Package Index
	$(RELEASE)/bin/pip-audit --strict --disable-pip --require-hashes $(patsubst %,-r %,$(wildcard requirements/*.txt))

$(RELEASE)/.ready: $(VENV)/bin/python requirements/release.txt
	@$(BIN)/python -m venv --clear $(RELEASE)
	@$(RELEASE)/bin/python -m pip --disable-pip-version-check --quiet install --require-hashes -r requirements/release.txt
	@touch $@

.PHONY: lock
lock: ## Make requirements/ anew from pyproject.toml (needs uv)
	uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-annotate --no-header \
	  --extra images --extra pdf --extra progress --group build -o requirements/site.txt --quiet
	uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-annotate --no-header \
	  --extra images --extra pdf --extra progress --group build --group dev -o requirements/dev.txt --quiet
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-annotate --no-header \
	  --group release -o requirements/release.txt --quiet
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-annotate --no-header \
	  --group fuzz -o requirements/fuzz.txt --quiet
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-annotate --no-header \
	  --group docs -o requirements/docs.txt --quiet

.PHONY: clean
clean: ## Remove everything that was made
	rm -rf $(VENV) public .site-builder .cache .hypothesis test-results dist

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed; this is " + sys.version.split()[0] + ". Say which with: make PYTHON=python3.12") if sys.version_info < (3, 11) else None'
	@echo "setting up $(VENV) (once)"
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); \
	  echo "The venv could not be made. On Debian and Ubuntu: apt-get install python3-venv" >&2; exit 1; }

$(SITE_READY): $(VENV)/bin/python requirements/site.txt pyproject.toml
	@$(PIP) install --require-hashes -r requirements/site.txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(DEV_READY): $(SITE_READY) requirements/dev.txt
	@$(PIP) install --require-hashes -r requirements/dev.txt
	@touch $@
