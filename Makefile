# Draws the figures of posts and fills the posts in. `make` alone tells what there is.
#
#   DATA   digits, mnist, fashion or auto: the data set that figures show (default: pyproject.toml)
#   NAME   the figure that `make figure` draws          ARGS   its parameters, as in ARGS="stride=2"
#   TO     the folder that `make figure` writes into (default: this one, or figures/ if a post asks for it),
#          or `make gallery` (default: build/gallery); the Jekyll site that `make publish` brings posts into
#
# GENERATOR_DATA names a folder with data sets (mnist.npz, or the four IDX files).

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
DATA_OPTION := $(if $(DATA),--data $(DATA))

# TensorFlow's smaller build exists for Linux on x86-64 alone; the lock serves every machine.
SMALL := sys_platform == "linux" and platform_machine == "x86_64"
MARKERS := s/^tensorflow[-_]cpu==(.*)/tensorflow_cpu==\1; $(SMALL)\ntensorflow==\1; sys_platform != "linux" or platform_machine != "x86_64"/

# On all cores; slow tests stay together by file, because those of one file share a trained network.
FAST := --numprocesses auto --dist worksteal
SLOW := --numprocesses auto --dist loadfile

.DEFAULT_GOAL := help
.PHONY: help figures figure gallery watch publish check check-jekyll test fast-test lint bench readme lock clean

help:  ## Tell what there is
	@sed -n '/^#/!q; s/^# \{0,1\}//p' Makefile
	@grep -hE '^[a-z-]+:.*##' Makefile | sed -E 's/^([a-z-]+):.*## (.*)/  make \1\t\2/' | expand -t 20

figures: $(VENV)/all  ## Train if needed, draw what is stale, fill the posts
	$(BIN)/generator build $(DATA_OPTION)

figure: $(VENV)/all  ## Draw one figure by itself: make figure NAME=convolution ARGS="stride=2"
	@test -n "$(NAME)" || { echo 'say which: make figure NAME=convolution'; $(BIN)/generator list; exit 2; }
	$(BIN)/generator draw $(NAME) $(ARGS) $(if $(TO),--to $(TO)) $(DATA_OPTION)

gallery: $(VENV)/all  ## Show every figure of the catalogue on one page: build/gallery/index.html
	$(BIN)/generator gallery $(if $(TO),--to $(TO)) $(DATA_OPTION)

watch: $(VENV)/all  ## Build on every save, and show the posts on a page: make watch ARGS="--port 9000"
	$(BIN)/generator watch $(ARGS) $(DATA_OPTION)

publish: $(VENV)/all  ## Bring posts and pictures into a Jekyll site: make publish TO=../myblog
	@test -n "$(TO)" || { echo 'say which site: make publish TO=../myblog'; exit 2; }
	$(BIN)/generator publish --to $(TO) $(ARGS) $(DATA_OPTION)

check: $(VENV)/check  ## What CI runs: nothing stale, nothing missing, nothing broken
	$(BIN)/generator check $(DATA_OPTION)

check-jekyll: $(VENV)/all  ## Ask Jekyll, MathJax, KaTeX and cmark-gfm themselves (installs them if it may)
	tests/viewers/real/install.sh
	$(BIN)/pytest -q -m viewers

test: $(VENV)/all lint  ## Style, types, and all tests but those of check-jekyll, fast ones first
	$(BIN)/pytest -q -m "not slow" $(FAST)
	$(BIN)/pytest -q -m "slow and not viewers" $(SLOW)

fast-test: $(VENV)/all  ## Tests that need neither TensorFlow nor patience
	$(BIN)/pytest -q -m "not slow" $(FAST)

lint: $(VENV)/all  ## Style and types
	$(BIN)/ruff check .
	$(BIN)/mypy

bench: $(VENV)/all  ## Print times and sizes beside what people use today
	$(BIN)/python benchmarks/speed.py

readme: $(VENV)/all  ## Write the table of figures into both READMEs
	$(BIN)/python -m generator.readme

lock: | $(BIN)/pip  ## Take the newest versions that fit, and write them into requirements.lock
	$(BIN)/pip install --quiet --upgrade setuptools --editable '.[all]'
	$(BIN)/pip freeze --all --exclude-editable --exclude pip | sed -E '$(MARKERS)' > requirements.lock

clean:  ## Remove the virtual environment and caches; pictures stay
	rm -rf $(VENV) build .mypy_cache .pytest_cache .ruff_cache .hypothesis *.egg-info

# Debian keeps venv in a package of its own; say so before pip's long complaint would.
$(BIN)/pip:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo 'this needs Python 3.11 or later: make PYTHON=python3.11 …'; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); echo 'Python cannot make a virtual environment; on Debian: apt install python3-venv'; exit 1; }

# Locked versions, so that every machine draws the same bytes.
$(VENV)/all: requirements.lock pyproject.toml | $(BIN)/pip
	$(BIN)/pip install --quiet --requirement requirements.lock
	$(BIN)/pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@ $(VENV)/check

# The small install: what `generator check` needs, from the same locked versions.
$(VENV)/check: requirements.lock pyproject.toml | $(BIN)/pip
	$(BIN)/pip install --quiet --constraint requirements.lock setuptools
	$(BIN)/pip install --quiet --constraint requirements.lock --no-build-isolation --editable .
	@touch $@
