package io.github.jcompose.runtime.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class FollowedTest {
    private static final Instant FIRST_END = Instant.parse("2026-01-31T10:00:00Z");

    private final Followed followed = new Followed();

    @Test
    void runsThatCameAndWentMeanwhileAreReadFromTheFirstOfThem() {
        followed.begin("a");
        followed.died("a", FIRST_END);
        assertThat(followed.started("a")).isFalse();
        followed.died("a", FIRST_END.plusSeconds(1));
        assertThat(followed.started("a")).isFalse();
        assertThat(followed.next("a", false)).isEqualTo(FIRST_END);
        assertThat(followed.next("a", false)).isNull();
        followed.awaitEnd();
    }

    @Test
    void aStartIsReadAtOnceWhenNobodyReads() {
        followed.begin("a");
        assertThat(followed.next("a", true)).isNull();
        assertThat(followed.died("a", FIRST_END)).isTrue();
        assertThat(followed.started("a")).isTrue();
        assertThat(followed.lastEnd("a")).isEqualTo(FIRST_END);
    }

    @Test
    void aRunWhosePredecessorNobodyHeardOfIsReadFromTheBeginning() {
        followed.begin("a");
        assertThat(followed.started("a")).isFalse();
        assertThat(followed.next("a", true)).isEqualTo(Instant.EPOCH);
    }

    @Test
    void nothingIsAwaitedOfWhoRestsWhenNoStartWillBeTold() {
        followed.begin("a");
        followed.next("a", true);
        followed.becomeDeaf();
        followed.awaitEnd();
    }
}
