# Cold start of short commands, in turns with a Java program that does nothing.
# shellcheck shell=bash source=lib.sh source-path=SCRIPTDIR
. "${BASH_SOURCE[0]%/*}/lib.sh"

java_run ComposeFileGenerator 10 "$WORK/ten.yaml"
tree 10
by jcompose -p jcbench-start -f "$WORK/tree-10.yaml" up -d
empty() {
  local start=$EPOCHREALTIME end
  "$JAVA" -Xshare:auto -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp "$CP" io.github.jcompose.benchmarks.Nothing
  end=$EPOCHREALTIME
  sample "$1" raw "$(awk "BEGIN { printf \"%.4f\", $end - $start }")"
}
for ((round = 0; round < $(rounds 10 3); round++)); do
  for id in version-short version config ps; do
    case $id in
      version-short) arguments=(version --short) ;;
      version) arguments=(version) ;;
      config) arguments=(-f "$WORK/ten.yaml" config -q) ;;
      ps) arguments=(-p jcbench-start ps) ;;
    esac
    for side in $SIDES; do timed "start.$id" "$side" "${arguments[@]}"; done
    empty "start.$id"
  done
done
by jcompose -p jcbench-start down -t 0 -v
