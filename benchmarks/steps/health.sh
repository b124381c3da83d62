# How long a dependent waits when its dependency is healthy, by the clock of the engine.
# shellcheck shell=bash source=lib.sh source-path=SCRIPTDIR
. "${BASH_SOURCE[0]%/*}/lib.sh"

cat >"$WORK/health.yaml" <<'YAML'
services:
  db: &idle
    image: busybox:1.36
    command: [sleep, "3600"]
    network_mode: none
    init: true
    healthcheck: {test: [CMD, "true"], interval: 1s}
  web:
    <<: *idle
    healthcheck: {disable: true}
    depends_on: {db: {condition: service_healthy}}
YAML
for ((round = 0; round < $(rounds 7 2); round++)); do
  java_run HealthGap raw >>"$SAMPLES"
  for side in $SIDES; do
    since=$(date +%s)
    by "$side" -p jcbench-health -f "$WORK/health.yaml" up -d || [[ $side = peer ]]
    java_run HealthGap jcbench-health "$since" "$side" >>"$SAMPLES" || [[ $side = peer ]]
    by jcompose -p jcbench-health -f "$WORK/health.yaml" down -t 0
    sleep 1 # The engine is asked for events since a second.
  done
done
