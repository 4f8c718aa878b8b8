# `make site` and `make test` are all there is to do. Both install what is missing, on Debian and Ubuntu.

MATERIA := .build/release/materia

.PHONY: site test check bench bench-search format release install install-test browser-test
.NOTPARALLEL:

site: release
	$(MATERIA) build

test: install-test check browser-test

check: site
	swift format lint --strict --recursive --parallel Package.swift Sources Tests
	scripts/check-lengths
	scripts/embed-theme --check
	$(MATERIA) check
	swift test --disable-xctest
	node --test Tests/js/*.test.js

bench: release
	python3 bench/run.py

bench-search: install-test release
	.venv/bin/python bench/search.py

format:
	swift format --in-place --recursive --parallel Package.swift Sources Tests

release: install
	swift build -c release --product materia

browser-test: install-test site
	.venv/bin/python -m pytest Tests/browser

install:
	scripts/install

install-test:
	scripts/install test
