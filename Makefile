# Two commands do everything: `make demo` and `make test`. Each installs what is missing first.
SHELL := /bin/bash
BUILD := swift build -c release

.PHONY: test build bootstrap

test: bootstrap
	swift test -c release

build: bootstrap
	$(BUILD)

bootstrap:
	@scripts/bootstrap
