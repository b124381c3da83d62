# Processor and memory of an attached up of 50 containers that say nothing for a minute.
# shellcheck shell=bash source=lib.sh source-path=SCRIPTDIR
. "${BASH_SOURCE[0]%/*}/lib.sh"

idle_file 50
# The processor time of a process so far, in ticks.
ticks() { awk '{ print $14 + $15 }' "/proc/$1/stat"; }
for side in $SIDES; do
  : >"$WORK/idle.log"
  "$(program "$side")" -p jcbench-idle -f "$WORK/idle.yaml" up >"$WORK/idle.log" 2>&1 </dev/null &
  process=$!
  await ready "$WORK/idle.log" 50
  sleep 5
  before=$(ticks $process) begin=$EPOCHREALTIME
  sleep "$(rounds 60 10)"
  after=$(ticks $process)
  sample idle.cpu "$side" "$(awk "BEGIN { print ($after - $before) / $(getconf CLK_TCK) / ($EPOCHREALTIME - $begin) * 100 }")"
  sample idle.memory "$side" "$(awk '/^VmRSS:/ { print $2 / 1024 }' /proc/$process/status)"
  kill $process
  wait $process || :
  by jcompose -p jcbench-idle -f "$WORK/idle.yaml" down -t 0
done
