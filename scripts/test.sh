#!/usr/bin/env bash
# The whole test suite, with its set-up, on a bare machine: `npm test`.
#   test.sh [PART]...     parts: types lint format unit unit-24 dist generated readme github git engine bundle browser (default: all)
# Every part runs even after one has failed. Ends with the line `N passed, N failed` and 1 when anything failed.
set -uo pipefail
cd "$(dirname "$0")/.."
parts=("${@:-}")
[[ -n ${parts[0]} ]] || parts=(types lint format unit unit-24 dist generated readme github git engine bundle browser)
results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT

say() { echo "test: $*" >&2; }
wants() { local part; for part in "${parts[@]}"; do [[ $part == "$1" ]] && return; done; return 1; }

# What the browser tests and the second opinions on Markdown are: packages where this is root on Debian, else a sentence.
packages() {
  local missing=() package
  for package in "$@"; do dpkg -s "$package" >/dev/null 2>&1 || missing+=("$package"); done
  [[ ${#missing[@]} == 0 ]] && return
  if [[ $(id -u) != 0 ]] || ! command -v apt-get >/dev/null; then
    say "some tests need these packages, which are not here: ${missing[*]}"
    return
  fi
  say "installing ${missing[*]}…"
  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}"; } >"$results/apt.log" 2>&1 ||
    { tail -n 20 "$results/apt.log" >&2; say "the packages could not be installed; tests that need them will fail."; }
}

# A part that is one command counts as one test.
command_part() { # part command...
  local part=$1 started=$SECONDS passed=0; shift
  wants "$part" || return
  say "── $part: $*"
  "$@" && passed=1
  echo "{\"numPassedTests\":$passed,\"numFailedTests\":$((1 - passed)),\"success\":true,\"testResults\":[]}" >"$results/$part.json"
  say "── $part: $([[ $passed == 1 ]] && echo passed || echo FAILED) in $((SECONDS - started)) s"
}

vitest_part() { # part [project node]
  local started=$SECONDS status=0 project=${2:-$1} node=${3:-node}
  wants "$1" || return
  say "── $1"
  "$node" node_modules/vitest/vitest.mjs run --project "$project" --reporter=default --reporter=json --outputFile.json="$results/$1.json" || status=$?
  [[ -s $results/$1.json ]] || echo '{"numPassedTests":0,"numFailedTests":0,"success":false,"testResults":[]}' >"$results/$1.json"
  say "── $1: $([[ $status == 0 ]] && echo passed || echo FAILED) in $((SECONDS - started)) s"
}

bash scripts/dependencies.sh || exit 2
if wants engine || wants bundle; then
  bash scripts/docker-up.sh && bash scripts/base-images.sh debian busybox || exit 2
fi
if wants engine || wants bundle; then packages docker-registry skopeo openssl python3 zstd; fi
if wants github || wants browser; then packages cmark-gfm chromium fonts-dejavu-core fonts-noto-color-emoji; fi

command_part types npx tsc -p .
command_part lint npx oxlint --type-aware --deny-warnings
command_part format npm run --silent format:check
vitest_part unit
if wants unit-24; then vitest_part unit-24 unit "$(bash scripts/node-version.sh 24)"; fi
command_part dist node scripts/build.mjs --check
command_part generated node scripts/generate.mjs --check
command_part readme node scripts/generate-readme.mjs --check
vitest_part github
vitest_part git
vitest_part engine
vitest_part bundle
vitest_part browser

node scripts/test-totals.mjs "$results"
