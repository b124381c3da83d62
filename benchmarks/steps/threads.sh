# The most threads that up and logs -f have while they follow 100 containers, on Java 17 where there is one.
# shellcheck shell=bash source=lib.sh source-path=SCRIPTDIR
. "${BASH_SOURCE[0]%/*}/lib.sh"

for home in ${JAVA17_HOME:-} /usr/lib/jvm/*; do
  if grep -qs '^JAVA_VERSION="17' "$home/release" && [[ -x $home/bin/java ]]; then
    export JAVA_HOME=$home
    break
  fi
done
grep -qs '^JAVA_VERSION="17' "${JAVA_HOME:-}/release" || { echo "there is no Java 17: set JAVA17_HOME" >&2; exit 1; }
"$JC" version --short >/dev/null # The archive of loaded classes is made.
idle_file 100

# follow ID SIDE COMMAND…: begins to follow, and notes the most threads until all have been heard of, and a while after.
follow() {
  local id=$1 side=$2 most=0 now after=0 tries=0
  shift 2
  : >"$WORK/$1.log"
  "$(program "$side")" -p jcbench-threads -f "$WORK/idle.yaml" "$@" >"$WORK/$1.log" 2>&1 </dev/null &
  followers+=($!)
  while ((after < 30)); do
    now=$(awk '/^Threads:/ { print $2 }' "/proc/$!/status")
    ((now > most)) && most=$now
    if ready "$WORK/$1.log" 100; then after=$((after + 1)); fi
    ((++tries < 3000)) || { echo "not all containers are heard of" >&2; return 1; }
    sleep 0.1
  done
  sample "$id" "$side" "$most"
}
for side in $SIDES; do
  followers=()
  follow threads.up "$side" up
  follow threads.logs "$side" logs -f
  kill "${followers[@]}"
  wait "${followers[@]}" || :
  by jcompose -p jcbench-threads -f "$WORK/idle.yaml" down -t 0
done
