# What people do with homeward, each one word. `make help` lists it.
# Every target sets up what it needs, says what it does, and is quick the second time.

SHELL := /bin/sh
.DEFAULT_GOAL := help

STATIC := .build-static
DESK ?= $(if $(XDG_DATA_HOME),$(XDG_DATA_HOME),$(HOME)/.local/share)/homeward/drill/desk.sqlite
SOURCES := $(shell find Sources -type f) Package.swift

.PHONY: help setup build run test storm check faults soak format generate manual golden bench install clean

help: ## this list
	@sed -n 's/^\([a-z]*\):[^#]*## /\1|/p' $(MAKEFILE_LIST) | awk -F'|' '{ printf "  make %-10s %s\n", $$1, $$2 }'

setup: ## install the Debian packages that are missing
	@Scripts/setup

build: setup .build/homeward ## the release program, at .build/homeward

# One static executable: it starts in half the time of a dynamic one and needs nothing beside it.
.build/homeward: $(SOURCES)
	@echo "Building the release program (some minutes the first time) ..."
	@swift build -c release --product homeward --scratch-path $(STATIC) \
		--static-swift-stdlib -Xswiftc -static-executable -Xlinker -s 2>&1 | Scripts/quiet-build
	@mkdir -p .build
	@cp $(STATIC)/release/homeward .build/homeward.new && mv .build/homeward.new .build/homeward

run: build ## open the desk on a fictional borough
	@Scripts/run-drill .build/homeward "$(DESK)"

test: setup ## run every test
	@Scripts/test

storm: setup ## 100,000 keys, sizes and pastes at random, and 100 kills in mid-form
	@HOMEWARD_STORM=100000 HOMEWARD_DRAFT_KILLS=100 Scripts/test --filter 'StormTests|DraftKillTests'

faults: setup ## kills, power cuts, disk errors, tampering: the counts of a change
	@Scripts/faults faults

# MINUTES bounds it; run it again to go on, and remove .build/soak.jsonl to begin anew.
MINUTES ?= 120
soak: setup ## the same with the counts of a release; goes on where it stopped
	@nice -n 19 Scripts/faults soak --minutes $(MINUTES)

check: ## the formatter's lint, and generated files up to date
	@swift format lint --strict --recursive --parallel Sources Tests Package.swift
	@Scripts/embed-packs --check
	@Scripts/embed-scenarios --check
	@Scripts/embed-themes --check

generate: ## write the files that are made from others
	@Scripts/embed-packs
	@Scripts/embed-scenarios
	@Scripts/embed-themes

manual: setup ## write the manual page and README's keys anew from the command table
	@swift build --build-tests 2>&1 | Scripts/quiet-build
	@HOMEWARD_GOLDEN=record swift test --skip-build --filter ManualTests
	@HOMEWARD_GOLDEN=record swift test --skip-build --filter ReadmeTests

golden: ## draw golden frames anew, show what changed, and ask before keeping it
	@Scripts/golden

format: ## format the sources
	@swift format --in-place --recursive --parallel Sources Tests Package.swift

bench: build ## start-up and derive, each beside its control
	@Scripts/bench-start
	@swift build -c release --product Bench --scratch-path $(STATIC) \
		--static-swift-stdlib -Xswiftc -static-executable 2>&1 | Scripts/quiet-build
	@$(STATIC)/release/Bench

install: build ## install the program and offer hourly backups (PREFIX, DESTDIR)
	@Scripts/install .build/homeward $(PREFIX)

clean: ## remove what was built; desks are kept
	@rm -rf .build .build-static
