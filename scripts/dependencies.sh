#!/usr/bin/env bash
# Installs the npm packages of the lockfile when node_modules is missing or older than it.
set -euo pipefail
cd "$(dirname "$0")/.."
[[ node_modules/.package-lock.json -nt package-lock.json || node_modules/.package-lock.json -ef package-lock.json ]] && exit 0
echo "dependencies: npm ci…" >&2
npm ci --ignore-scripts --no-audit --no-fund --loglevel=warn >&2
touch node_modules/.package-lock.json
