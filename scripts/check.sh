#!/usr/bin/env bash
# The everyday check: types, lint, format and unit tests, side by side. Prints what failed, and ends with 1 when anything did.
# It leaves out the thorough tests, and keeps in node_modules/.cache what the next run need not do again; `npm test` does neither.
set -uo pipefail
cd "$(dirname "$0")/.."
logs=$(mktemp -d)
trap 'rm -rf "$logs"' EXIT

cache=$PWD/node_modules/.cache/plimsoll
names=(types lint format:check)
pids=()
for name in "${names[@]}"; do
  options=()
  [[ $name == types ]] && options=(--incremental --tsBuildInfoFile "$cache/types.tsbuildinfo")
  npm run --silent "$name" -- ${options[@]+"${options[@]}"} >"$logs/$name" 2>&1 &
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
