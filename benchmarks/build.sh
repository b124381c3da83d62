#!/usr/bin/env bash
# Times builds with large contexts as whole processes, with a heap of 64 MB: jcompose by the classic builder and by
# BuildKit, and docker build by the classic builder, or by BuildKit where docker has buildx.
#   benchmarks/build.sh [files|bytes…]  ROUNDS=3 the best of so many counts, HEAP=64m another heap
#                                       FILES=20000 MEGABYTES=1024 other sizes, JCOMPOSE=PATH another launcher
set -euo pipefail
cd "$(dirname "$0")/.."

readonly JCOMPOSE=$(realpath "${JCOMPOSE:-./jcompose}") IMAGE=jcompose-benchmark-build
"$JCOMPOSE" version >/dev/null
work=$(mktemp -d)
trap 'rm -rf "$work"; docker rmi -f "$IMAGE" >/dev/null 2>&1 || true' EXIT

# Writes many small files, a hundred in each folder, of 0.5 to 4 KB that do not compress.
small_files() {
  local count=${FILES:-20000}
  head -c $((count * 4096)) /dev/urandom > "$work/noise"
  python3 - "$1" "$work/noise" "$count" <<'PYTHON'
import os, sys
folder, noise, count = sys.argv[1], open(sys.argv[2], "rb"), int(sys.argv[3])
for i in range(count):
    os.makedirs(f"{folder}/d{i // 100}", exist_ok=True)
    with open(f"{folder}/d{i // 100}/f{i}", "wb") as file:
        file.write(noise.read(512 + i * 37 % 3584))
PYTHON
  rm "$work/noise"
}

# Writes eight files that do not compress.
large_files() {
  local each=$((${MEGABYTES:-1024} / 8))
  for i in 1 2 3 4 5 6 7 8; do
    head -c "${each}M" /dev/urandom > "$1/large$i"
  done
}

context() {
  mkdir -p "$work/$1"
  printf 'FROM scratch\nCOPY . /\n' > "$work/$1/Dockerfile"
  printf 'services: {app: {image: %s, build: .}}\n' "$IMAGE" > "$work/$1/compose.yaml"
  if [ "$1" = files ]; then small_files "$work/$1"; else large_files "$work/$1"; fi
}

# Prints the seconds that a build took.
seconds() {
  local start=$EPOCHREALTIME
  "$@" >"$work/log" 2>&1 || { cat "$work/log" >&2; exit 1; }
  local end=$EPOCHREALTIME
  docker rmi -f "$IMAGE" >/dev/null
  awk "BEGIN { printf \"%.2f\", $end - $start }"
}

by_jcompose() {
  env -C "$work/$1" DOCKER_BUILDKIT="$2" JAVA_TOOL_OPTIONS="-Xmx${HEAP:-64m}" COMPOSE_PROJECT_NAME="$IMAGE" \
    "$JCOMPOSE" build --no-cache -q
}

by_docker() {
  env DOCKER_BUILDKIT="$2" docker build --no-cache -q -t "$IMAGE" "$work/$1"
}

kinds="0"
if docker buildx version >/dev/null 2>&1; then kinds="0 1"; fi
for size in "${@:-files bytes}"; do
  for name in $size; do
    context "$name"
    for ((round = 0; round < ${ROUNDS:-3}; round++)); do
      for kind in 0 1; do
        took=$(seconds by_jcompose "$name" "$kind")
        printf '%s: %s s  jcompose, DOCKER_BUILDKIT=%s\n' "$name" "$took" "$kind"
      done
      for kind in $kinds; do
        took=$(seconds by_docker "$name" "$kind")
        printf '%s: %s s  docker build, DOCKER_BUILDKIT=%s\n' "$name" "$took" "$kind"
      done
    done
    rm -rf "${work:?}/$name"
  done
done | tee /dev/stderr | sort -t ' ' -k1,1 -k4 -k2,2n | awk '
  { key = $1; for (i = 4; i <= NF; i++) key = key " " $i }
  !(key in seen) { seen[key] = 1; print "best:  " $0 }'
