# Every target sets up all that it needs, in .venv, from the pinned files in requirements/.
# GNU make 3.81 (macOS) is enough.

.DEFAULT_GOAL := help
.NOTPARALLEL:
.DELETE_ON_ERROR:

VENV := .venv
BIN := $(VENV)/bin
STAMPS := $(VENV)/.stamps
PIP := $(BIN)/python -m pip --disable-pip-version-check
UV_VERSION := 0.13.9

# A changed version or entry point has to be installed again; other changes show at once.
PROJECT := pyproject.toml scripts/diglot/__init__.py

.PHONY: help
help: ## Show the targets
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1	\2/p' Makefile
	@echo 'Variables: PYTHON=python3.12 (to make .venv with), ARGS="..." (for test, bench and lock)'

.PHONY: site
site: $(STAMPS)/site ## Build the site of both languages
	$(BIN)/diglot build

.PHONY: serve
serve: $(STAMPS)/site ## Build the site, show it, and build again on every change
	$(BIN)/diglot serve

.PHONY: test
# One process a core; the tests of a file stay together, as they share what is costly to build.
test: $(STAMPS)/test ## Run the tests (ARGS="-k name" for some of them)
	@scripts/install-test-tools $(BIN)
	$(BIN)/pytest --numprocesses auto --dist loadfile $(ARGS)

.PHONY: lint
lint: $(STAMPS)/test ## Check style, types and the direction of imports
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

.PHONY: check
check: lint test site ## All that has to pass before a commit: lint, test, site

.PHONY: bench
bench: $(STAMPS)/test ## Run the benchmarks (ARGS="...")
	$(BIN)/python -m bench $(ARGS)

.PHONY: argos
argos: $(STAMPS)/argos ## Install machine translation (320 MB)

.PHONY: lock
lock: ## Pin dependencies anew (ARGS=--upgrade for newer versions)
	@python="$$(scripts/find-python)" && scripts/lock "$$python" $(UV_VERSION) $(ARGS)

.PHONY: clean
clean: ## Remove what these targets make, all but the pages in docs/
	rm -rf $(VENV) site .diglot build dist
	rm -rf .pytest_cache .hypothesis .mypy_cache .ruff_cache .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
	@# Nobody but diglot can tell a generated page from one that somebody edited.
	@echo 'The pages in docs/ stay: `make site` brings them up to date, and removes those that are gone.'

# Without the stamp, .venv is a leftover that nobody vouches for: it is made anew.
$(STAMPS)/venv:
	@python="$$(scripts/find-python)" && \
	echo "Making $(VENV) with $$python" && \
	"$$python" -m venv --clear $(VENV)
	@mkdir -p $(STAMPS)
	@touch $@

# The pinned files are complete, so pip need not look for more (for the extra `argos` it must not: its
# splitters are left out on purpose). The project itself is installed editable, with the build backend
# that the file pins.
define install
@echo 'Installing $(1) into $(VENV)'
@$(PIP) install --quiet --no-deps --require-hashes -r $(1)
@$(PIP) install --quiet --no-deps --no-build-isolation --editable .
@touch $@
endef

$(STAMPS)/site: requirements/site.txt $(PROJECT) | $(STAMPS)/venv
	$(call install,requirements/site.txt)

# All that the site and machine translation need, and more: `make site` and `make argos` have nothing
# left to do after it.
$(STAMPS)/test: requirements/test.txt $(PROJECT) | $(STAMPS)/venv
	$(call install,requirements/test.txt)
	@touch $(STAMPS)/site $(STAMPS)/argos

$(STAMPS)/argos: requirements/argos.txt $(PROJECT) | $(STAMPS)/venv
	$(call install,requirements/argos.txt)
	@touch $(STAMPS)/site
