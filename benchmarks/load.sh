#!/usr/bin/env bash
# Times "config -q" of generated files as whole processes: jcompose, and docker compose where there is one. Of each it tells
# the best of several runs: seconds of the clock, seconds of the processors, and the peak of memory in MB.
#   benchmarks/load.sh [SERVICES…]      RUNS=5: how many; JCOMPOSE=PATH: another launcher; HEAP=512m: another heap
set -euo pipefail
cd "$(dirname "$0")/.."

java=${JAVA_HOME:+$JAVA_HOME/bin/}java
launcher=${JCOMPOSE:-./jcompose}
[ -x /usr/bin/time ] || { echo "load.sh: needs /usr/bin/time (on Debian: apt-get install time)" >&2; exit 1; }

./mvnw -q -ntp -Pbenchmarks -pl benchmarks -am package -Dmaven.test.skip=true -Dspotless.check.skip=true 2>&1 |
  { grep -v '^WARNING: ' || :; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Builds what is to be built, and makes the archive of loaded classes.
"$launcher" version --short >/dev/null
export JCOMPOSE_JAVA_OPTS="${JCOMPOSE_JAVA_OPTS:-} -Xmx${HEAP:-512m}"

measure() {
  local label=$1
  shift
  for ((run = 0; run < ${RUNS:-5}; run++)); do
    # It writes to a file of its own: the command may write warnings.
    /usr/bin/time -o "$work/time" -f "%e %U %S %M" "$@" >/dev/null 2>&1
    cat "$work/time"
  done | awk -v label="$label" '
    NR == 1 || $1 < clock { clock = $1 }
    NR == 1 || $2 + $3 < cpu { cpu = $2 + $3 }
    NR == 1 || $4 < memory { memory = $4 }
    END { printf "%-32s %6.2f s  %6.2f s of processors  %4d MB\n", label, clock, cpu, memory / 1024 }'
}

for services in "${@:-10 1000 10000}"; do
  for n in $services; do
    file=$work/compose-$n.yaml
    "$java" -cp "benchmarks/target/*:benchmarks/target/lib/*" \
      io.github.jcompose.benchmarks.ComposeFileGenerator "$n" "$file"
    measure "jcompose, $n services" "$launcher" -f "$file" config -q
    if docker compose version >/dev/null 2>&1; then
      measure "docker compose, $n services" docker compose -f "$file" config -q
    fi
  done
done
