#!/usr/bin/env bash
# Times "config -q" of generated files as whole processes: jcompose, and docker compose where there is one.
#   benchmarks/load.sh [SERVICES…]      JCOMPOSE=PATH names another launcher, HEAP=512m another heap
set -euo pipefail
cd "$(dirname "$0")/.."

./mvnw -q -Pbenchmarks -pl benchmarks -am package -DskipTests
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export JAVA_TOOL_OPTIONS="-Xmx${HEAP:-512m}"

# Prints the seconds that a command took, and its peak memory in MB where the system's time tells.
measure() {
  local label=$1
  shift
  if [ -x /usr/bin/time ]; then
    /usr/bin/time -f "%e s  %M KB  $label" "$@" 2>&1 >/dev/null | grep -v '^Picked up'
  else
    TIMEFORMAT="%R s  $label"
    time "$@" >/dev/null 2>&1
  fi
}

for services in "${@:-10 1000 10000}"; do
  for n in $services; do
    file=$work/compose-$n.yaml
    java -cp "benchmarks/target/*:benchmarks/target/lib/*" \
      io.github.jcompose.benchmarks.ComposeFileGenerator "$n" "$file" 2>/dev/null
    measure "jcompose, $n services" "${JCOMPOSE:-./jcompose}" -f "$file" config -q
    if docker compose version >/dev/null 2>&1; then
      measure "docker compose, $n services" docker compose -f "$file" config -q
    fi
  done
done
