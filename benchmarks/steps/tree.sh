# up, up with nothing to do, and down of 10, 50 and 200 services, in turns with the same by raw calls; and from a warm JVM.
# shellcheck shell=bash source=lib.sh source-path=SCRIPTDIR
. "${BASH_SOURCE[0]%/*}/lib.sh"

measure() {
  local services=$1 rounds=$2 round side file=$WORK/tree-$1.yaml
  tree "$services"
  for ((round = 0; round < rounds; round++)); do
    java_run RawLimit "$services" >>"$SAMPLES"
    for side in $SIDES; do
      timed "tree.up.$services" "$side" -p "jcbench-tree-$side" -f "$file" up -d
      timed "tree.noop.$services" "$side" -p "jcbench-tree-$side" -f "$file" up -d
      timed "tree.down.$services" "$side" -p "jcbench-tree-$side" -f "$file" down -t 0 -v
    done
  done
}
measure 10 "$(rounds 5 1)"
measure 50 "$(rounds 3 1)"
((QUICK)) || measure 200 2
java_run EngineRuns "$(rounds 50 10)" 1 20 >>"$SAMPLES"
