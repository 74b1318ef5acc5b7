# Everything runs in .venv, built from requirements.lock and rebuilt only when
# the lock, the package's metadata or this file change.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
KEY    := $(shell cat requirements.lock pyproject.toml Makefile | cksum | cut -d' ' -f1)
READY  := .venv/ready-$(KEY)
PY     := .venv/bin/python

.PHONY: report docs test judge coverage lock clean
.DELETE_ON_ERROR:

report: $(READY)
	$(PY) -m agletters build

docs: $(READY)
	rm -rf build/example && mkdir -p build
	$(PY) docs/example/make.py build/example
	$(PY) -m sphinx -q -W -b html docs build/docs

test: $(READY)
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy
	$(PY) -m agletters check
	$(PY) -m pytest -n 2 --dist loadfile --no-loadscope-reorder

# What takes minutes: audits of the page with everything open, Lighthouse, the walk by keyboard.
judge: $(READY)
	$(PY) -m agletters build
	$(PY) -m pytest -m judge tests/browser

coverage: $(READY)
	$(PY) -m pytest -n 2 --dist loadfile --no-loadscope-reorder --cov

$(READY):
	$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed; this is " + sys.version.split()[0] + ". Name another with: make PYTHON=/path/to/python3.11") if sys.version_info < (3, 11) else None'
	$(PYTHON) -m venv --clear .venv
	$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(PY) -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --no-index -e .
	# A path relative to this file: a locale that knows no umlauts could not read a whole one.
	for file in .venv/lib/python3*/site-packages/_editable_impl_agletters.pth; do echo ../../../../src > "$$file"; done
	touch $(READY)

lock: $(READY)
	$(PY) -m uv pip compile pyproject.toml --all-extras --universal --python-version 3.11 \
		--generate-hashes --no-emit-index-url --no-emit-find-links --no-annotate --no-header --upgrade \
		--output-file requirements.lock

clean:
	rm -rf build .agletters-cache .venv .mypy_cache .pytest_cache .ruff_cache .hypothesis
