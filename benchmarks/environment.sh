#!/usr/bin/env bash
# Times an environment of postgres, redis and nginx: in one JVM, and by "docker compose up --wait" and "down" of the same
# file where there is one. Images are pulled before.
#   benchmarks/environment.sh [ROUNDS]
set -euo pipefail
cd "$(dirname "$0")/.."

rounds=${1:-5}
file=benchmarks/environment/compose.yaml

./mvnw -q -Pbenchmarks -pl benchmarks -am package -DskipTests
for image in nginx:1.25 postgres:16-alpine redis:7-alpine; do
  docker image inspect "$image" >/dev/null 2>&1 || docker pull -q "$image"
done
run() {
  local program=$1
  shift
  java -cp "benchmarks/target/*:benchmarks/target/lib/*" "io.github.jcompose.benchmarks.$program" "$@"
}
for ((i = 0; i < 4; i++)); do run AttachOnce "$file"; done # the first one starts it
run EnvironmentRounds "$file" "$rounds"                   # takes that down in the end, too
if docker compose version >/dev/null 2>&1; then
  for ((i = 0; i < rounds; i++)); do
    TIMEFORMAT="docker compose up --wait     %R s"
    time docker compose -p "benchmark-$$" -f "$file" up --wait >/dev/null 2>&1
    TIMEFORMAT="docker compose down          %R s"
    time docker compose -p "benchmark-$$" -f "$file" down -v -t 0 >/dev/null 2>&1
  done
fi
