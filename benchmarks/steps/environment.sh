# An environment of PostgreSQL, Redis and nginx as tests have it: started and closed in one JVM, and found again; beside it
# up --wait and down by docker compose.
# shellcheck shell=bash source=lib.sh source-path=SCRIPTDIR
. "${BASH_SOURCE[0]%/*}/lib.sh"

file=benchmarks/environment/compose.yaml
for image in nginx:1.25 postgres:16-alpine redis:7-alpine; do
  docker image inspect "$image" >/dev/null 2>&1 || docker pull -q "$image" >/dev/null
done
java_run AttachOnce "$file" >/dev/null # It starts what the others find.
for ((round = 0; round < $(rounds 5 2); round++)); do java_run AttachOnce "$file" >>"$SAMPLES"; done
java_run EnvironmentRounds "$file" "$(rounds 5 2)" >>"$SAMPLES" # Takes that down in the end, too.
if [[ -n $PEER ]]; then
  for ((round = 0; round < $(rounds 5 2); round++)); do
    timed environment.up peer -p jcbench-environment -f "$file" up -d --wait
    timed environment.down peer -p jcbench-environment -f "$file" down -t 0 -v
  done
fi
