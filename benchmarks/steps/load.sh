# Loads of generated files: by whole processes in a heap of 512 MB, and in a warm JVM.
# shellcheck shell=bash source=lib.sh source-path=SCRIPTDIR
. "${BASH_SOURCE[0]%/*}/lib.sh"

[[ -x /usr/bin/time ]] || { echo "needs /usr/bin/time (on Debian: apt-get install time)" >&2; exit 1; }
export JCOMPOSE_JAVA_OPTS="${JCOMPOSE_JAVA_OPTS:-} -Xmx512m"

for services in 10 1000 10000; do
  java_run ComposeFileGenerator "$services" "$WORK/$services.yaml"
done
for ((round = 0; round < $(rounds 5 2); round++)); do
  for services in 10 1000 10000; do
    for side in $SIDES; do
      /usr/bin/time -o "$WORK/time" -f '%e %M' "$(program "$side")" -f "$WORK/$services.yaml" config -q >/dev/null 2>&1 ||
        [[ $side = peer ]] || { echo "fails: config -q of $services services" >&2; exit 1; }
      read -r seconds kilobytes <"$WORK/time"
      sample "load.cold.$services.time" "$side" "$seconds"
      sample "load.cold.$services.memory" "$side" $((kilobytes / 1024))
    done
  done
done
java_run WarmLoad 10 "$(rounds 500 200)" >>"$SAMPLES"
java_run WarmLoad 1000 "$(rounds 100 25)" >>"$SAMPLES"
java_run WarmLoad 10000 "$(rounds 10 3)" >>"$SAMPLES"
