#!/usr/bin/env bash
# Builds target/echo-ip.jar outside of any image, as Dockerfile.full-jdk and Dockerfile.slim-runtime expect it:
# with the JDK of this machine, or without one in a throw-away container of BASE.
set -euo pipefail
cd "$(dirname "$0")"
mkdir -p target
compile='javac --release 17 -d target/classes src/EchoIp.java && jar --create --file target/echo-ip.jar --main-class EchoIp -C target/classes .'
if command -v javac >/dev/null && command -v jar >/dev/null; then
  bash -c "$compile"
else
  docker run --rm -v "$PWD:/work" -w /work "${BASE:-eclipse-temurin:17-jdk}" sh -c "$compile"
fi
