# The logs of 1, 10 and 100 containers that have written a million lines of 73 characters together, in a heap of 128 MB.
# shellcheck shell=bash source=lib.sh source-path=SCRIPTDIR
. "${BASH_SOURCE[0]%/*}/lib.sh"
export JCOMPOSE_JAVA_OPTS="${JCOMPOSE_JAVA_OPTS:-} -Xmx128m"

total=$(rounds 1000000 100000)
# per_second ID SIDE START: notes how many lines a second were counted until now.
per_second() {
  local seconds count
  seconds=$(awk "BEGIN { print $EPOCHREALTIME - $3 }")
  count=$(cat "$WORK/count")
  ((count == total)) || { echo "$2: $count lines in place of $total" >&2; [[ $2 = peer ]]; return; }
  sample "$1" "$2" "$(awk "BEGIN { printf \"%.0f\", $count / $seconds }")"
}
by_docker() {
  "$JC" -p jcbench-logs ps -aq | xargs -P 8 -n 1 docker logs 2>&1 | wc -l
}
for containers in 1 10 100; do
  cat >"$WORK/logs.yaml" <<YAML
services:
  writer:
    image: busybox:1.36
    command: [sh, -c, "yes $(printf '%072d' 7) | head -n $((total / containers))"]
    network_mode: none
    scale: $containers
YAML
  by jcompose -p jcbench-logs -f "$WORK/logs.yaml" up -d
  by jcompose -p jcbench-logs logs -f # Until all have ended.
  for ((round = 0; round < $(rounds 3 1); round++)); do
    for side in $SIDES; do
      start=$EPOCHREALTIME
      "$(program "$side")" -p jcbench-logs -f "$WORK/logs.yaml" logs </dev/null 2>&1 | wc -l >"$WORK/count"
      per_second "logs.$containers" "$side" "$start"
    done
    if command -v docker >/dev/null; then
      start=$EPOCHREALTIME
      by_docker >"$WORK/count"
      per_second "logs.$containers" raw "$start"
    fi
  done
  by jcompose -p jcbench-logs -f "$WORK/logs.yaml" down -t 0
done
