# Engine calls of an operation, counted by a socket that stands before the engine's.
# shellcheck shell=bash source=lib.sh source-path=SCRIPTDIR
. "${BASH_SOURCE[0]%/*}/lib.sh"

engine=${DOCKER_HOST:-unix:///var/run/docker.sock}
[[ $engine = unix://* ]] || { echo "calls can be counted at a Unix socket only, not at $engine" >&2; exit 1; }
"$JAVA" -cp "$CP" io.github.jcompose.benchmarks.CallCounter "${engine#unix://}" "$WORK/engine.sock" "$WORK/calls" &
await test -S "$WORK/engine.sock"
tree 50
count() {
  local id=$1 side=$2
  shift 2
  : >"$WORK/calls"
  if DOCKER_HOST=unix://$WORK/engine.sock by "$side" -p jcbench-calls -f "$WORK/tree-50.yaml" "$@"; then
    sample "$id" "$side" "$(wc -l <"$WORK/calls")"
  else
    [[ $side = peer ]]
  fi
}
for side in $SIDES; do
  count calls.up "$side" up -d
  count calls.noop "$side" up -d
  count calls.ps "$side" ps
  count calls.stop "$side" stop -t 0
  count calls.down "$side" down -t 0 -v
done
