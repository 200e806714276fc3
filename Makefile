# Two commands do everything: `make run` installs what is missing, builds, and checks the example; `make test` runs all tests.

SWIFT ?= swift
SECONDS ?= 60
RELEASE = .build/release/huanjie
BUILD_RELEASE = $(SWIFT) build -c release --static-swift-stdlib --product huanjie
PREFIX ?= /usr/local

.PHONY: run test build lint format install record benchmark benchmark-feel fuzz law check-ics clean prerequisites

run: build
	@echo; echo "\$$ huanjie check examples/angsu-2021"; echo
	@$(RELEASE) check examples/angsu-2021; status=$$?; echo; \
	echo "huanjie ended with status $$status (0 clean, 1 findings, 2 something could not be checked)"; \
	test $$status -le 1

build: prerequisites
	$(BUILD_RELEASE)

# The warnings of a whole build are errors where CI is set; see Package.swift.
test: prerequisites lint
	$(SWIFT) build --product huanjie
	$(SWIFT) test --disable-xctest

# libyaml, PCRE2, the time zone database and pkg-config, from the system's packages.
prerequisites:
	@pkg-config --exists yaml-0.1 libpcre2-8 2>/dev/null && test -d /usr/share/zoneinfo || { \
	  echo "installing libyaml, PCRE2, the time zone database and pkg-config"; \
	  if command -v apt-get >/dev/null; then \
	    if [ "$$(id -u)" = 0 ]; then SUDO=; else SUDO=sudo; fi; \
	    $$SUDO apt-get update -q && $$SUDO apt-get install -y -q libyaml-dev libpcre2-dev tzdata pkg-config; \
	  elif command -v brew >/dev/null; then brew install libyaml pcre2 pkg-config; \
	  else echo "please install libyaml and PCRE2 (with headers), tzdata and pkg-config"; exit 1; fi; }

lint:
	$(SWIFT) format lint --strict --recursive Package.swift Sources Tests benchmarks fuzzing/Sources

format:
	$(SWIFT) format --in-place --recursive Package.swift Sources Tests benchmarks fuzzing/Sources

# Writes the golden files and transcripts anew; the run fails all the same, so that recording is never mistaken for passing.
record:
	HUANJIE_RECORD=1 $(SWIFT) test --disable-xctest --filter 'Golden|Transcript' || true

# Compares the register's digests and the rules' quotations with law texts: make law TEXTS="DIR DIR"
law: build
	$(RELEASE) rules $(foreach folder,$(TEXTS),--law-texts $(folder))

# Reads the calendars of the examples with another program's parser, which is installed outside of the tree.
check-ics:
	$(SWIFT) build --product huanjie
	Tests/check-ics .build/debug/huanjie

benchmark: build benchmark-feel
	benchmarks/run $(RELEASE)
	benchmarks/partial $(RELEASE)

# Nanoseconds of expressions, beside loops in Swift.
benchmark-feel:
	$(SWIFT) build -c release --product feel-benchmark
	.build/release/feel-benchmark rules

# libFuzzer on the FEEL parser and evaluator, for a bounded time.
fuzz:
	fuzzing/run $(SECONDS)

install: build
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/huanjie
	install -m 755 $(RELEASE) $(DESTDIR)$(PREFIX)/bin/huanjie
	rm -rf $(DESTDIR)$(PREFIX)/share/huanjie/rules
	cp -R rules $(DESTDIR)$(PREFIX)/share/huanjie/

clean:
	rm -rf .build benchmarks/data
