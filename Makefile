# Two commands to start with: `make demo` and `make test`. Each makes the environment if it is missing.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/ready
WORKERS ?= 2
export PATH := $(CURDIR)/$(BIN):$(PATH)

.PHONY: help demo test lab build lint mutants differential bench clean
help:
	@echo "make lab           open JupyterLab on your own copy of the lessons"
	@echo "make demo          build, grade the sample submissions, show scores and feedback"
	@echo "make test          lint, type-check and test"
	@echo "make build         make source/, release/ and solutions/ from course/lessons/"
	@echo "make mutants       prove that the hidden tests catch wrong answers (all mutants)"
	@echo "make differential  grade every sample submission with nbgrader as well, and compare the gradebooks"
	@echo "make bench         compare the speed of grading with nbgrader's and otter-grader's (four minutes on an idle machine)"
	@echo "make clean         remove build/; your own copy of the lessons stays"

$(READY): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed; say which with make PYTHON=python3.12" if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable ".[dev]"
	@touch $@

lab: $(READY)
	$(BIN)/course lab

demo: $(READY)
	$(BIN)/course build
	$(BIN)/python -m tests.submissions build/demo/build/submitted 02-activations
	@cp nbgrader_config.py build/demo/
	$(BIN)/autograder grade 02-activations --course build/demo --force --workers $(WORKERS) $$($(BIN)/autograder doctor >&2 || echo --no-sandbox)

test: $(READY) lint
	$(BIN)/python -m pytest --numprocesses $(WORKERS) --dist loadgroup

lint: $(READY)
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

build: $(READY)
	$(BIN)/course build

differential: $(READY)
	DIFFERENTIAL=all $(BIN)/python -m pytest --numprocesses $(WORKERS) tests/autograder/test_against_nbgrader.py

mutants: $(READY)
	$(BIN)/python -m tests.mutants

bench: $(READY)
	$(BIN)/python -m bench --workers $(WORKERS) $(BENCH)

clean:
	rm -rf build
