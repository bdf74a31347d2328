#!/usr/bin/env bash
# Makes sure that a Docker Engine answers: uses the one there is, else (root on Debian or Ubuntu) installs and starts one.
# Idempotent. Ends with 0 when an engine answers, 2 when the user has to bring one.
set -euo pipefail

say() { echo "docker-up: $*" >&2; }

answers() { command -v docker >/dev/null && docker version --format '{{.Server.Version}}' 2>/dev/null; }

if version=$(answers); then
  say "Docker Engine $version answers${DOCKER_HOST:+ at $DOCKER_HOST}."
  exit 0
fi

# Whoever names an engine wants that one: starting another beside it would hide the mistake.
if [[ -n ${DOCKER_HOST:-} ]]; then
  say "No Docker Engine answers at DOCKER_HOST=$DOCKER_HOST. Start it, or unset DOCKER_HOST."
  exit 2
fi
if [[ $(id -u) != 0 ]] || ! command -v apt-get >/dev/null; then
  say "No Docker Engine answers. Please install and start Docker (https://docs.docker.com/engine/install/), then run this again."
  exit 2
fi

if ! command -v dockerd >/dev/null; then
  say "installing docker.io and iptables…"
  export DEBIAN_FRONTEND=noninteractive
  log=$(mktemp)
  if ! { apt-get update -qq && apt-get install -y -qq --no-install-recommends docker.io iptables; } >"$log" 2>&1; then
    tail -n 20 "$log" >&2
    say "The packages could not be installed; the end of apt's output is above."
    exit 2
  fi
  rm -f "$log"
fi
# Debian 13 has the client in a package of its own.
command -v docker >/dev/null || apt-get install -y -qq --no-install-recommends docker-cli >/dev/null

log=/var/log/plimsoll-dockerd.log
say "starting dockerd (log: $log)…"
setsid dockerd >"$log" 2>&1 </dev/null &
engine=$!
for _ in $(seq 120); do
  if version=$(answers); then
    say "Docker Engine $version answers."
    exit 0
  fi
  kill -0 "$engine" 2>/dev/null || break
  sleep 0.5
done
tail -n 10 "$log" >&2
say "dockerd did not answer within 60 s; the end of its log is above."
exit 2
