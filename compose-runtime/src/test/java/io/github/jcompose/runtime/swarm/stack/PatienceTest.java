package io.github.jcompose.runtime.swarm.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class PatienceTest {
    private final TestClock clock = new TestClock();

    @Test
    void endsAfterItsTimeWhateverChanges() {
        Patience patience = Patience.inAll(clock, Duration.ofSeconds(90));
        clock.pass(89);
        assertThat(patience.end("one")).isNull();
        clock.pass(1);
        assertThat(patience.end("two")).isEqualTo("not there after 90 seconds");
    }

    @Test
    void startsAnewWithEachChange() {
        Patience patience = Patience.betweenChanges(clock, Duration.ofMinutes(10));
        assertThat(patience.end("one")).isNull();
        clock.pass(599);
        assertThat(patience.end("two")).isNull();
        clock.pass(599);
        assertThat(patience.end("two")).isNull();
        clock.pass(1);
        assertThat(patience.end("two")).isEqualTo("nothing has changed for 10 minutes");
    }

    private static final class TestClock extends Clock {
        private Instant now = Instant.EPOCH;

        void pass(long seconds) {
            now = now.plusSeconds(seconds);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
