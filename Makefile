# Thin: each target is a line or two of CMake, CTest or apt. See README.md.
CONFIG ?= config/werktdoord.yaml
JOBS ?= $(shell nproc)
SECONDS ?= 60
ROUNDS ?= 1000
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)
SOURCES = $(shell git ls-files 'daemon/*.?pp' 'tests/*.?pp' 'bench/*.?pp')

.PHONY: deps build run test asan tsan fuzz mail-crash crash bench tidy format format-check clean

# Every package of packages.txt from Debian 12, and what the acceptance tests take from npm. Nothing
# is done when all is there. Postfix is for the tests, which configure it themselves: a new one gets no
# configuration, so that it serves nobody on this machine.
deps:
	@dpkg -s $$(cat packages.txt) >/dev/null 2>&1 || { \
	  $(SUDO) apt-get update -q && \
	  { dpkg -s postfix >/dev/null 2>&1 || \
	    echo 'postfix postfix/main_mailer_type select No configuration' | \
	      $(SUDO) debconf-set-selections; } && \
	  $(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends \
	    $$(cat packages.txt); }
	@command -v npm >/dev/null || { $(SUDO) apt-get update -q && \
	  $(SUDO) apt-get install -y -q --no-install-recommends nodejs npm; }
	@cd tests/acceptance && \
	  { [ node_modules/.package-lock.json -nt package-lock.json ] || npm ci --ignore-scripts; }

build:
	@cmake --preset release >/dev/null
	@cmake --build --preset release -j $(JOBS)

run: deps
	@cmake --preset release >/dev/null
	@cmake --build --preset release -j $(JOBS) --target werktdoord
	build/werktdoord serve --config $(CONFIG)

test: deps build
	ctest --test-dir build --output-on-failure -j $(JOBS)

# The same tests under AddressSanitizer and UndefinedBehaviorSanitizer, built by clang.
asan: deps
	@cmake --preset asan >/dev/null
	cmake --build --preset asan -j $(JOBS)
	WERKTDOORD_MEMORY_MIB=1024 ctest --test-dir build-asan --output-on-failure -j $(JOBS)

# The tests of what runs on several threads, under ThreadSanitizer.
tsan: deps
	@cmake --preset tsan >/dev/null
	cmake --build --preset tsan -j $(JOBS) --target test_engine test_net
	ctest --test-dir build-tsan --output-on-failure -R '^(engine|net)$$'

# Feeds what nobody would send to the readers of all that comes from outside, each for so many
# seconds, JOBS of them side by side. See tests/fuzz/README.md.
FUZZED = rules request webhook http link journal
fuzz: deps
	@cmake --preset fuzz >/dev/null
	cmake --build --preset fuzz -j $(JOBS) --target fuzz_seeds $(FUZZED:%=fuzz_%)
	@mkdir -p build-fuzz/corpus && cp -r tests/fuzz/corpus build-fuzz/
	@build-fuzz/fuzz_seeds build-fuzz/corpus/rules
	printf '%s\n' $(FUZZED) | xargs -P $(JOBS) -I TARGET tests/fuzz/fuzz_one.sh TARGET $(SECONDS)

# Many mails through a server that fails at random, while the daemon is killed.
mail-crash: deps build
	WERKTDOORD=build/werktdoord WERKTDOORD_MAILS=5000 WERKTDOORD_KILLS=10 \
	  /usr/bin/python3 -B tests/acceptance/acceptance_mail_crash.py

# Load and sudden death, so many times, on a disk that forgets what was not synced. What was done
# is kept in build/crash.json: a run that was stopped goes on. See tests/crash/README.md.
crash: deps build
	WERKTDOORD=build/werktdoord WERKTDOORD_SHIM=build/libdisk_shim.so \
	  /usr/bin/python3 -B tests/crash/crash_rounds.py --rounds $(ROUNDS) \
	  --progress build/crash.json

bench: deps
	@cmake --preset release -DWERKTDOOR_BENCH=ON >/dev/null
	cmake --build --preset release -j $(JOBS) --target \
	  bench_core bench_backtest bench_match bench_report bench_intake bench_scale werktdoord
	build/bench_core --benchmark_min_time=0.2
	build/bench_backtest
	build/bench_match
	build/bench_report
	@cd bench/peer && { [ node_modules/.package-lock.json -nt package-lock.json ] || npm ci; }
	build/bench_intake build/werktdoord
	build/bench_scale build/werktdoord

tidy:
	@cmake --preset tidy >/dev/null
	git ls-files 'daemon/*.cpp' | xargs -P $(JOBS) -n 8 clang-tidy -p build-tidy --quiet

format:
	@clang-format -i $(SOURCES)

format-check:
	@clang-format --dry-run --Werror $(SOURCES)

clean:
	rm -rf build build-debug build-asan build-tsan build-tidy build-fuzz
