# Two commands for everyone: `make run` and `make test`. Needs Python >= 3.11, Node >= 20 and make.
PYTHON ?= python3
V := .venv
UV := uv==0.13.9

CATALOGUE := locale/ur/LC_MESSAGES/django

# Packages for Python and for browsers are installed side by side.
MAKEFLAGS += -j2
# Without its compiled files Python compiles Django anew at every start (2.6 s in place of 0.7 s, three times).
unexport PYTHONDONTWRITEBYTECODE

.PHONY: run test check bench faults setup locks baseline messages
.DELETE_ON_ERROR:

run: setup
	@exec $(V)/bin/sanad demo --serve

test: $(V)/.dev node_modules/.done
	$(V)/bin/python -m pytest -q -n 3 --dist worksteal

check: $(V)/.dev
	$(V)/bin/ruff check .
	$(V)/bin/ruff format --check .
	$(V)/bin/mypy
	$(V)/bin/python -m pytest -q tests/house

# What an attacker or a power cut would do, in its long form; writes benchmarks/FAULTS.md.
faults: $(V)/.dev node_modules/.done
	SANAD_FAULTS=long $(V)/bin/python -m pytest -q -n 2 --dist worksteal tests/faults

bench: $(V)/.dev node_modules/.done
	$(V)/bin/python benchmarks/run.py

# What a running site needs: Python and front-end packages, both from their locks, and the sentences in Urdu.
setup: $(V)/.runtime node_modules/.done $(CATALOGUE).mo

$(V)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Sanad needs Python 3.11 or newer.")'
	$(PYTHON) -m venv $(V)

# uv is ten times faster than pip; where it cannot be had, pip reads the same lock.
define install
	@$(V)/bin/python -m pip install -q --disable-pip-version-check $(UV) 2>/dev/null || echo "uv not found, using pip"
	@if [ -x $(V)/bin/uv ]; then $(V)/bin/uv pip install -q --python $(V)/bin/python --require-hashes -r $(1) \
	&& $(V)/bin/uv pip install -q --python $(V)/bin/python --no-deps --no-build-isolation -e .; \
	else $(V)/bin/python -m pip install -q --disable-pip-version-check --require-hashes -r $(1) \
	&& $(V)/bin/python -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .; fi
endef

$(V)/.runtime: requirements.txt pyproject.toml | $(V)/bin/python
	$(call install,requirements.txt)
	@touch $@

$(V)/.dev: requirements-dev.txt requirements.txt pyproject.toml | $(V)/bin/python
	$(call install,requirements-dev.txt)
	@touch $@ $(V)/.runtime

node_modules/.done: package-lock.json .npmrc
	@node -e 'process.exit(+(parseInt(process.versions.node) < 20))' \
	|| { echo "Sanad needs Node 20 or newer."; exit 1; }
	npm ci --silent
	@touch $@

$(CATALOGUE).mo: $(CATALOGUE).po | $(V)/.runtime
	@$(V)/bin/python -m sanad.web.catalogue compile

locks:
	$(V)/bin/uv pip compile -q --universal --generate-hashes --python-version 3.11 --custom-compile-command "make locks" \
	pyproject.toml -o requirements.txt
	$(V)/bin/uv pip compile -q --universal --generate-hashes --python-version 3.11 --custom-compile-command "make locks" \
	--extra dev pyproject.toml -c requirements.txt -o requirements-dev.txt
	npm install --package-lock-only --silent

# Writes sanad/config/baseline.sql, with which a fresh site begins; after every new migration.
baseline: $(V)/.dev
	SANAD_WRITE_BASELINE=1 $(V)/bin/python -m pytest -q tests/config/test_baseline.py

# Takes new sentences into locale/ur; the Urdu is written there by hand.
messages: $(V)/.runtime
	$(V)/bin/python -m sanad.web.catalogue update
