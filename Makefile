# `make site` and `make test` are all there is to do. Both install what is missing, on Debian and Ubuntu.

MATERIA := .build/release/materia
PREFIX ?= /usr/local

.PHONY: site serve test check bench bench-search bench-preview format release install install-manual install-test
.PHONY: browser-test
.NOTPARALLEL:

site: release
	$(MATERIA) build

serve: release
	$(MATERIA) serve

test: install-test check browser-test

check: site
	swift format lint --strict --recursive --parallel Package.swift Sources Tests
	scripts/check-lengths
	scripts/embed-theme --check
	scripts/manual --check
	$(MATERIA) check
	swift test --disable-xctest
	node --test Tests/js/*.test.js

bench: release
	python3 bench/run.py

bench-search: install-test release
	.venv/bin/python bench/search.py

bench-preview: install-test release
	.venv/bin/python bench/preview.py

format:
	swift format --in-place --recursive --parallel Package.swift Sources Tests

release: install
	swift build -c release --product materia

browser-test: install-test site
	.venv/bin/python -m pytest Tests/browser

# `make install-manual PREFIX=/usr/local`: then `man materia-check` tells what `materia check --help` does, and more.
install-manual:
	install -d "$(DESTDIR)$(PREFIX)/share/man/man1"
	install -m 644 docs/man/*.1 "$(DESTDIR)$(PREFIX)/share/man/man1"

install:
	scripts/install

install-test:
	scripts/install test
