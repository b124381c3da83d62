# shellcheck shell=bash
# What the steps of scripts/benchmark share; to be sourced. A step gets JC (the launcher), PEER (docker compose, or nothing),
# JAVA, CP (class path of the benchmarks), WORK (an empty directory), SAMPLES (the file for what it measures), and QUICK.
set -euo pipefail
export LC_ALL=C
trap 'kill $(jobs -p) 2>/dev/null || :' EXIT

# shellcheck disable=SC2034 # The steps use it.
if [[ -n $PEER ]]; then readonly SIDES="jcompose peer"; else readonly SIDES=jcompose; fi

# Prints the first number, or with --quick the second.
rounds() { if ((QUICK)); then echo "$2"; else echo "$1"; fi; }

# sample ID WHO VALUE
sample() { printf '%s\t%s\t%s\n' "$@" >>"$SAMPLES"; }

# Runs a program of the benchmarks.
java_run() { "$JAVA" -Xmx512m -cp "$CP" "io.github.jcompose.benchmarks.$1" "${@:2}"; }

# The program of a side.
program() { if [[ $1 = peer ]]; then echo "$PEER"; else echo "$JC"; fi; }

# by SIDE ARGUMENT…: runs jcompose or docker compose without its output, which is told if it fails. What docker compose
# cannot do ends nothing: there is no value of it then.
by() {
  local side=$1
  shift
  "$(program "$side")" "$@" >"$WORK/output" 2>&1 </dev/null && return
  echo "fails: $(program "$side") $*" >&2
  tail -n 20 "$WORK/output" >&2
  return 1
}

# timed ID SIDE ARGUMENT…: the same, and notes the seconds.
timed() {
  local id=$1 side=$2 start end
  shift 2
  start=$EPOCHREALTIME
  if by "$side" "$@"; then
    end=$EPOCHREALTIME
    sample "$id" "$side" "$(awk "BEGIN { printf \"%.4f\", $end - $start }")"
  elif [[ $side != peer ]]; then
    return 1
  fi
}

# Waits until a command succeeds, for two minutes at most.
await() {
  local tries
  for ((tries = 0; tries < 1200; tries++)); do
    if "$@"; then return 0; fi
    sleep 0.1
  done
  echo "in vain: $*" >&2
  return 1
}

# lines FILE COUNT: whether the file has so many lines with "ready".
ready() { (($(grep -c ready "$1" || :) >= $2)); }

# A compose file of a tree of so many services.
tree() { java_run ServiceTree "$1" "$WORK/tree-$1.yaml"; }

# A compose file of so many containers that say "ready" and do nothing.
idle_file() {
  cat >"$WORK/idle.yaml" <<YAML
services:
  idle:
    image: busybox:1.36
    command: [sh, -c, "echo ready; exec sleep 3600"]
    network_mode: none
    init: true
    stop_grace_period: 0s
    scale: $1
YAML
}
