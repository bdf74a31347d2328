#!/usr/bin/env bash
# Prints the path of a Node.js binary of the given major version; one that is not running comes from npm, outside the tree.
#   node-version.sh 24
set -euo pipefail
major=${1:?node-version.sh MAJOR}
if [[ $(node -p 'process.versions.node.split(".")[0]') == "$major" ]]; then
  node -p process.execPath
  exit 0
fi
package=node-$(node -p '`${process.platform}-${process.arch}`')
home=${XDG_CACHE_HOME:-$HOME/.cache}/plimsoll/node-$major
binary=$home/node_modules/$package/bin/node
if [[ ! -x $binary ]]; then
  echo "node-version: installing $package@$major into $home…" >&2
  mkdir -p "$home"
  npm install --prefix "$home" --ignore-scripts --no-audit --no-fund --no-save --loglevel=error "$package@$major" >&2
fi
[[ $("$binary" -p 'process.versions.node.split(".")[0]') == "$major" ]] || { echo "node-version: $binary is not Node.js $major" >&2; exit 2; }
echo "$binary"
