# The JMH benchmarks, with short iterations; each is a sample.
# shellcheck shell=bash source=lib.sh source-path=SCRIPTDIR
. "${BASH_SOURCE[0]%/*}/lib.sh"

"$JAVA" -cp "$CP" org.openjdk.jmh.Main -f 1 -wi "$(rounds 3 1)" -w 2 -i "$(rounds 5 2)" -r "$(rounds 2 1)" -foe true |
  awk '
    /^# Benchmark:/ { name = $3; sub(/.*\./, "", name) }
    /^# Parameters:/ { services = $5; sub(/\)/, "", services) }
    /^Iteration / { printf "jmh.%s.%s\tjcompose\t%s\n", name, services, $3 }' >>"$SAMPLES"
