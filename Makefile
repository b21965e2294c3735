# Two commands do everything: `make demo` and `make test`. Each installs what is missing first, and
# a second call does no needless work.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:
.PHONY: demo test check build bootstrap clean-demo bench fuzz sanitize

# One set of flags for every build, so that checks, tests and demo share it. The import check makes an
# import that Package.swift does not declare an error.
FLAGS := -c release --explicit-target-dependency-import-check error
TWIN := .build/release/twin-sim
DEMO := out/demo
SCHOOLS := 12
SEED := 2026

demo: build
	@$(MAKE) --no-print-directory $(DEMO)/report/index.html
	@echo
	@cat $(DEMO)/report/summary.txt
	@echo "report: $(CURDIR)/$(DEMO)/report/index.html"

test: bootstrap
	swift build $(FLAGS) --build-tests
# `swift test` alone would build everything anew to allow @testable imports, which no test uses.
	swift test $(FLAGS) --skip-build

check: bootstrap
	scripts/check

build: bootstrap
	@swift build $(FLAGS) --product twin-sim

bootstrap:
	@scripts/bootstrap

clean-demo:
	rm -rf $(DEMO)

# The demo, step by step; each step is redone only when what it reads is newer.

$(DEMO)/district/manifest.json: $(TWIN)
	@echo "demo: generating a district of $(SCHOOLS) schools"
	@rm -rf $(DEMO)/district
	@$(TWIN) generate district --schools $(SCHOOLS) --seed $(SEED) --out $(DEMO)/district

$(DEMO)/imported: $(DEMO)/district/manifest.json
	@echo "demo: importing the building models"
	@rm -f $(DEMO)/city.sqlite
	@$(TWIN) import --register $(DEMO)/district/schools.csv --db $(DEMO)/city.sqlite
	@touch $@

$(DEMO)/swept: $(DEMO)/imported scenarios/demo/scenario.yaml $(shell find seeds -name '*.yaml')
	@echo "demo: sweeping scenarios/demo"
	@$(TWIN) sweep run scenarios/demo/scenario.yaml --inputs $(DEMO)/district --db $(DEMO)/city.sqlite
	@touch $@

$(DEMO)/report/index.html: $(DEMO)/swept
	@echo "demo: writing the report"
	@$(TWIN) report --db $(DEMO)/city.sqlite --out $(DEMO)/report

# Ours and the peers' programs on the same files in one run: medians, ratios, memory.
bench: bootstrap
	scripts/bench
	scripts/bench-sensors

# The STEP reader under libFuzzer and the address sanitizer.
SECONDS := 600
fuzz: bootstrap
	swift build --package-path Fuzzing --scratch-path .build-fuzz -c release --sanitize fuzzer --sanitize address \
	  -Xswiftc -sanitize-coverage=edge,trace-cmp,inline-8bit-counters,pc-table
	mkdir -p out/fuzz Fuzzing/Failures
	.build-fuzz/release/step-fuzz -max_total_time=$(SECONDS) -timeout=10 -rss_limit_mb=4096 -max_len=65536 \
	  -artifact_prefix=Fuzzing/Failures/ out/fuzz Fuzzing/Corpus Fuzzing/Failures

# The tests under the address and the thread sanitizer, each in a build of its own.
sanitize: bootstrap
	scripts/sanitize
