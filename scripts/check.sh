#!/usr/bin/env bash
# The everyday check: types, lint, format and unit tests, side by side. Prints what failed, and ends with 1 when anything did.
# It leaves out the thorough tests, and the rules of lint that need types for files that are as committed, and keeps in
# node_modules/.cache what the next run need not do again; `npm test` does none of this.
set -uo pipefail
cd "$(dirname "$0")/.."
logs=$(mktemp -d)
trap 'rm -rf "$logs"' EXIT

cache=$PWD/node_modules/.cache/plimsoll
types() { npm run --silent types -- --incremental --tsBuildInfoFile "$cache/types.tsbuildinfo"; }
format() { npm run --silent format:check; }
lint() {
  local files=() file
  # Without a repository nothing is known to be as committed.
  git rev-parse --verify --quiet HEAD >/dev/null || { npm run --silent lint; return; }
  git diff -z --name-only --relative --diff-filter=d HEAD -- '*.ts' '*.mjs' >"$logs/changed" || return
  git ls-files -z --others --exclude-standard -- '*.ts' '*.mjs' >>"$logs/changed" || return
  # Not mapfile: macOS has bash 3.
  while IFS= read -r -d '' file; do files+=("$file"); done <"$logs/changed"
  npx oxlint --deny-warnings || return
  ((${#files[@]} == 0)) || npm run --silent lint -- "${files[@]}"
}

names=(types lint format)
pids=()
for name in "${names[@]}"; do
  "$name" >"$logs/$name" 2>&1 &
  pids+=($!)
done
status=0
npm run --silent test:unit -- --tags-filter '!thorough' --experimental.fsModuleCache --experimental.fsModuleCachePath "$cache/tests" || status=1
for index in "${!names[@]}"; do
  if ! wait "${pids[$index]}"; then
    status=1
    cat "$logs/${names[$index]}"
    echo "check: ${names[$index]} failed" >&2
  fi
done
exit $status
