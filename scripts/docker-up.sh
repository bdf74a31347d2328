#!/usr/bin/env bash
# Makes sure that a Docker Engine answers: uses the one there is, else (root on Debian or Ubuntu) installs and starts one.
# Idempotent. Ends with 0 when an engine answers, 2 when the user has to bring one.
set -euo pipefail

say() { echo "docker-up: $*" >&2; }

answers() { command -v docker >/dev/null && docker version --format '{{.Server.Version}}' 2>/dev/null; }

by_packages() { [[ $(id -u) == 0 ]] && command -v apt-get >/dev/null; }

install() { # packages
  say "installing $*…"
  local log; log=$(mktemp)
  if ! { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@"; } >"$log" 2>&1; then
    tail -n 20 "$log" >&2
    say "The packages could not be installed; the end of apt's output is above."
    exit 2
  fi
  rm -f "$log"
}

# Debian 13 has the client in a package of its own; before that, it comes with the engine.
install_client() {
  apt-get update -qq >/dev/null 2>&1 || true
  if apt-cache show docker-cli >/dev/null 2>&1; then install docker-cli; else install docker.io; fi
}

# An engine may be there (a mounted socket, a remote host) without the client that this script asks it with.
if ! command -v docker >/dev/null && [[ -n ${DOCKER_HOST:-} || -S /var/run/docker.sock ]] && by_packages; then install_client; fi

if version=$(answers); then
  say "Docker Engine $version answers${DOCKER_HOST:+ at $DOCKER_HOST}."
  exit 0
fi

# Whoever names an engine wants that one: starting another beside it would hide the mistake.
if [[ -n ${DOCKER_HOST:-} ]]; then
  say "No Docker Engine answers at DOCKER_HOST=$DOCKER_HOST. Start it, or unset DOCKER_HOST."
  exit 2
fi
if ! by_packages; then
  say "No Docker Engine answers. Please install and start Docker (https://docs.docker.com/engine/install/), then run this again."
  exit 2
fi

command -v dockerd >/dev/null || install docker.io iptables
command -v docker >/dev/null || install_client

# An engine that was killed leaves its process id behind, and dockerd refuses to start beside it even when nothing, or
# something else, runs under that number.
forget_the_dead() {
  local file pid
  for file in /var/run/docker.pid /var/run/docker/containerd/containerd.pid; do
    [[ -s $file ]] || continue
    pid=$(<"$file")
    case $(cat "/proc/$pid/comm" 2>/dev/null):$(awk '/^State:/ { print $2 }' "/proc/$pid/status" 2>/dev/null) in
      dockerd:[!Z]* | containerd:[!Z]*) ;;
      *) rm -f "$file" && say "removed $file of an engine that no longer runs." ;;
    esac
  done
}

log=/var/log/plimsoll-dockerd.log
# The first start after a crash may fail while the old containerd goes down; another a moment later does not.
for try in 1 2 3; do
  forget_the_dead
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
  kill "$engine" 2>/dev/null || true
  [[ $try == 3 ]] || sleep 3
done
tail -n 10 "$log" >&2
say "dockerd did not start; the end of its log is above."
exit 2
