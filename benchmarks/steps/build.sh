# Builds with large contexts as whole processes, in a heap of 64 MB: by the classic builder (0) and by BuildKit (1), in
# turns with docker build by the same, where docker has it.
# shellcheck shell=bash source=lib.sh source-path=SCRIPTDIR
. "${BASH_SOURCE[0]%/*}/lib.sh"
export JCOMPOSE_JAVA_OPTS="${JCOMPOSE_JAVA_OPTS:-} -Xmx64m" COMPOSE_PROJECT_NAME=jcbench-build

readonly image=jcbench-build
trap 'docker rmi -f $image >/dev/null 2>&1 || :' EXIT

# built ID SIDE KIND COMMAND…: builds without the cache, and notes how many megabytes of context a second.
built() {
  local id=$1 side=$2 kind=$3 start end
  shift 3
  start=$EPOCHREALTIME
  if env -C "$WORK/$context" DOCKER_BUILDKIT="$kind" "$@" >"$WORK/output" 2>&1 </dev/null; then
    end=$EPOCHREALTIME
    sample "$id" "$side" "$(awk "BEGIN { printf \"%.2f\", $megabytes / ($end - $start) }")"
  else
    echo "fails: $*" >&2
    tail -n 20 "$WORK/output" >&2
    [[ $side = peer ]]
  fi
  docker rmi -f $image >/dev/null 2>&1 || :
}

for context in files bytes; do
  mkdir "$WORK/$context"
  if [[ $context = files ]]; then size=$(rounds 10000 1000); else size=$(rounds 512 64); fi
  java_run ContextFiles "$WORK/$context" $context "$size"
  megabytes=$(du -sm --apparent-size "$WORK/$context" | cut -f1)
  printf 'FROM scratch\nCOPY . /\n' >"$WORK/$context/Dockerfile"
  printf 'services: {app: {image: %s, build: .}}\n' $image >"$WORK/$context/compose.yaml"
  for ((round = 0; round < $(rounds 2 1); round++)); do
    for kind in 0 1; do
      for side in $SIDES; do
        built "build.$context.$kind" "$side" $kind "$(program "$side")" build --no-cache -q
      done
      if ((kind == 0)) || docker buildx version >/dev/null 2>&1; then
        built "build.$context.$kind" raw $kind docker build --no-cache -q -t $image .
      fi
    done
  done
  rm -r "${WORK:?}/$context"
done
