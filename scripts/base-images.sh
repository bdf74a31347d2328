#!/usr/bin/env bash
# Makes the base images that the examples and the tests build on, without a registry where that can be had.
#   base-images.sh [debian|busybox|node|golang|jdk|jre]...     (default: debian busybox)
# Each becomes plimsoll-base:NAME. As root on Debian or Ubuntu they are made from the machine's own package sources;
# elsewhere the official images are pulled and tagged. Idempotent: what is there is left alone.
set -euo pipefail

say() { echo "base-images: $*" >&2; }
has() { docker image inspect "plimsoll-base:$1" >/dev/null 2>&1; }
by_packages() { [[ $(id -u) == 0 ]] && command -v apt-get >/dev/null; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# Fixed times make the same packages give the same image id on every machine.
export SOURCE_DATE_EPOCH=1735689600 DEBIAN_FRONTEND=noninteractive LC_ALL=C

need() { # packages
  dpkg -s "$@" >/dev/null 2>&1 && return
  if ! { apt-get update -qq && apt-get install -y -qq --no-install-recommends "$@"; } >"$work/log" 2>&1; then
    tail -n 20 "$work/log" >&2
    say "The packages could not be installed ($*); the end of apt's output is above."
    exit 2
  fi
}

# The archive is written here because `docker import` stamps the present time into the image, and so its id.
load() { # name rootfs.tar command-as-json
  local root=$work/load created; created=$(date -u -d "@$SOURCE_DATE_EPOCH" +%Y-%m-%dT%H:%M:%SZ)
  mkdir -p "$root"
  mv "$2" "$root/layer.tar"
  cat >"$root/config.json" <<JSON
{"architecture":"$(dpkg --print-architecture)","os":"linux","created":"$created","config":{"Cmd":$3,"Env":["PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"]},"rootfs":{"type":"layers","diff_ids":["sha256:$(sha256sum "$root/layer.tar" | cut -d' ' -f1)"]},"history":[{"created":"$created","created_by":"plimsoll base-images.sh $1"}]}
JSON
  printf '[{"Config":"config.json","RepoTags":["plimsoll-base:%s"],"Layers":["layer.tar"]}]' "$1" >"$root/manifest.json"
  tar -C "$root" -c manifest.json config.json layer.tar | docker load -q >/dev/null
  rm -rf "$root"
}

make_debian() {
  need mmdebstrap
  # The machine's own sources of its own release, without those of other vendors.
  local codename; codename=$(. /etc/os-release && echo "$VERSION_CODENAME")
  sources() { apt-get indextargets --format '$(ORIGIN) deb $(REPO_URI) $(RELEASE) $(COMPONENT)' 'Created-By: Packages' | sed -nE "s/^(Debian|Ubuntu) (deb [^ ]+ $codename)/\2/p" | sort -u; }
  [[ -n $(sources) ]] || apt-get update -qq
  sources >"$work/sources.list"
  [[ -s $work/sources.list ]] || { say "apt has no sources of the release $codename to make a base image from."; exit 2; }
  # As debootstrap and the official image do: /bin is a link from the start, so perl-heavy usrmerge is not needed.
  local merged=(); apt-cache show usr-is-merged >/dev/null 2>&1 && merged=(--include=usr-is-merged --hook-dir=/usr/share/mmdebstrap/hooks/merged-usr)
  # This machine's name and resolver do not belong in an image.
  local clean='rm -f "$1/etc/hostname" "$1/etc/resolv.conf"'
  if ! mmdebstrap --quiet --mode=root --variant=minbase "${merged[@]}" --customize-hook="$clean" "$codename" "$work/rootfs.tar" "$work/sources.list" 2>"$work/log"; then
    tail -n 20 "$work/log" >&2
    say "mmdebstrap could not make the Debian base; the end of its output is above."
    exit 2
  fi
  load debian "$work/rootfs.tar" '["bash"]'
}

make_busybox() {
  need busybox-static
  local root=$work/busybox name; mkdir -p "$root"/{bin,etc,tmp,root,home}
  cp "$(command -v busybox)" "$root/bin/busybox"
  for name in $("$root/bin/busybox" --list); do [[ $name == busybox ]] || ln -s busybox "$root/bin/$name"; done
  printf 'root:x:0:0:root:/root:/bin/sh\nnobody:x:65534:65534:nobody:/home:/bin/false\n' >"$root/etc/passwd"
  printf 'root:x:0:\nnogroup:x:65534:\n' >"$root/etc/group"
  chmod 1777 "$root/tmp"
  tar --sort=name --mtime="@$SOURCE_DATE_EPOCH" --owner=0 --group=0 --numeric-owner -C "$root" -c . >"$work/rootfs.tar"
  load busybox "$work/rootfs.tar" '["sh"]'
}

# Laid out as the official image: /usr/local/bin/node, npm beside it, a user named node.
make_node() {
  base debian
  local context=$work/node; mkdir -p "$context/lib/node_modules" "$context/bin"
  cp "$(readlink -f "$(command -v node)")" "$context/bin/node"
  cp -a "$(dirname "$(readlink -f "$(command -v npm)")")/.." "$context/lib/node_modules/npm"
  ln -s ../lib/node_modules/npm/bin/npm-cli.js "$context/bin/npm"
  ln -s ../lib/node_modules/npm/bin/npx-cli.js "$context/bin/npx"
  # Where this machine trusts an authority of its own, npm inside a build has to trust it too.
  local trust=
  if [[ -n ${NODE_EXTRA_CA_CERTS:-} ]]; then
    mkdir -p "$context/share"
    cp "$NODE_EXTRA_CA_CERTS" "$context/share/extra-ca.crt"
    trust='ENV NODE_EXTRA_CA_CERTS=/usr/local/share/extra-ca.crt'
  fi
  build node "$context" "COPY . /usr/local/
$trust
RUN useradd --uid 1000 --create-home --shell /bin/bash node
CMD [\"node\"]"
}

from_package() { # name package
  base debian
  mkdir -p "$work/$1"
  build "$1" "$work/$1" "RUN apt-get update && apt-get install -y --no-install-recommends $2 && rm -rf /var/lib/apt/lists/* /var/cache/apt/archives /var/log/*"
}

build() { # name context instructions
  printf 'FROM plimsoll-base:debian\n%s\n' "$3" >"$work/Dockerfile.$1"
  cp "$work/Dockerfile.$1" "$2/Dockerfile.base"
  printf 'Dockerfile.base\n' >"$2/.dockerignore"
  # The classic builder is there on every engine, whatever plugins the client has.
  if ! DOCKER_BUILDKIT=0 docker build --quiet -t "plimsoll-base:$1" -f "$2/Dockerfile.base" "$2" >"$work/log" 2>&1; then
    tail -n 20 "$work/log" >&2
    say "plimsoll-base:$1 could not be built; the end of the builder's output is above."
    exit 2
  fi
}

official() {
  case $1 in
    debian) echo debian:bookworm-slim ;;
    busybox) echo busybox:1.37 ;;
    node) echo node:22-bookworm-slim ;;
    golang) echo golang:1.24-bookworm ;;
    jdk) echo eclipse-temurin:17-jdk ;;
    jre) echo eclipse-temurin:17-jre ;;
  esac
}

base() {
  has "$1" && return
  local started=$SECONDS
  if by_packages; then
    say "making plimsoll-base:$1 from this machine's packages…"
    case $1 in
      debian) make_debian ;;
      busybox) make_busybox ;;
      node) make_node ;;
      golang) from_package golang golang-go ;;
      jdk) from_package jdk default-jdk-headless ;;
      jre) from_package jre default-jre-headless ;;
    esac
  else
    say "pulling $(official "$1") as plimsoll-base:$1…"
    docker pull --quiet "$(official "$1")" >/dev/null
    docker tag "$(official "$1")" "plimsoll-base:$1"
  fi
  say "plimsoll-base:$1 is $(docker image inspect --format '{{.Size}}' "plimsoll-base:$1") bytes, made in $((SECONDS - started)) s."
}

for name in "${@:-debian busybox}"; do
  for one in $name; do
    [[ -n $(official "$one") ]] || { say "unknown base image: $one (known: debian busybox node golang jdk jre)"; exit 2; }
    base "$one"
  done
done
