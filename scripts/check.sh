#!/usr/bin/env bash
# The everyday check: types, lint, format and unit tests, side by side. Prints what failed, and ends with 1 when anything did.
set -uo pipefail
cd "$(dirname "$0")/.."
logs=$(mktemp -d)
trap 'rm -rf "$logs"' EXIT

names=(types lint format:check)
pids=()
for name in "${names[@]}"; do
  npm run --silent "$name" >"$logs/$name" 2>&1 &
  pids+=($!)
done
status=0
npm run --silent test:unit || status=1
for index in "${!names[@]}"; do
  if ! wait "${pids[$index]}"; then
    status=1
    cat "$logs/${names[$index]}"
    echo "check: ${names[$index]} failed" >&2
  fi
done
exit $status
