#!/usr/bin/env bash
# The gate on real examples: `npm run demo` for the C program, `npm run demo -- all` or names of examples for more.
# Sets up what is missing, prints the report and the exit status, and leaves the reports in .demo/.
set -uo pipefail
cd "$(dirname "$0")/.."

# The local stand-in for each example's official base images, as build arguments.
bases() {
  case $1 in
    c-hello) echo BASE=plimsoll-base:debian ;;
    go-http) echo BASE=plimsoll-base:golang RUNTIME=plimsoll-base:busybox ;;
    java-four-ways) echo BASE=plimsoll-base:jdk RUNTIME=plimsoll-base:jre ;;
    node-service) echo BASE=plimsoll-base:node ;;
    *) echo "demo: unknown example: $1 (known: c-hello go-http java-four-ways node-service)" >&2; return 2 ;;
  esac
}

examples=("${@:-c-hello}")
[[ ${examples[0]} == all ]] && examples=(c-hello go-http java-four-ways node-service)
for example in "${examples[@]}"; do bases "$example" >/dev/null || exit 2; done

bash scripts/docker-up.sh || exit 2
if [[ ! -f dist/cli.cjs ]]; then
  bash scripts/dependencies.sh && node scripts/build.mjs >&2 || exit 2
fi

worst=0
for example in "${examples[@]}"; do
  read -ra arguments <<<"$(bases "$example")"
  bash scripts/base-images.sh debian "${arguments[@]##*:}" || exit 2
  [[ $example == java-four-ways ]] && { BASE=plimsoll-base:jdk bash examples/java-four-ways/build-jar.sh || exit 2; }
  folder=.demo/$example
  [[ ${#examples[@]} == 1 ]] && folder=.demo
  mkdir -p "$folder"
  command=(plimsoll check "examples/$example" "${arguments[@]/#/--build-arg=}" --format table
    --output "json=$folder/report.json" --output "markdown=$folder/comment.md" --output "html=$folder/report.html")
  printf '\n$ %s\n\n' "${command[*]}"
  started=$SECONDS status=0
  node dist/cli.cjs "${command[@]:1}" || status=$?
  printf '\nexit status %s after %s s; %s holds report.json, comment.md and report.html\n' "$status" "$((SECONDS - started))" "$folder/"
  ((status > worst)) && worst=$status
done
exit "$worst"
