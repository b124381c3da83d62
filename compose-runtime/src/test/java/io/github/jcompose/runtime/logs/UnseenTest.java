package io.github.jcompose.runtime.logs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jcompose.runtime.event.LogLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnseenTest {
    private final List<LogLine> lines = new ArrayList<>();
    private final Unseen unseen = new Unseen(lines::add, false);

    private void line(String text, long second) {
        unseen.line(new LogLine(
                "web-1", "web", "shop-web-1", 1, LogLine.Stream.STDOUT, text, Instant.ofEpochSecond(second)));
    }

    private List<String> texts() {
        return lines.stream().map(LogLine::text).toList();
    }

    @Test
    void leavesOutWhatAnEarlierReadingGave() {
        unseen.begin();
        line("a", 1);
        line("b", 2);
        unseen.begin();
        line("b", 2);
        line("c", 3);
        assertThat(texts()).containsExactly("a", "b", "c");
    }

    @Test
    void keepsLinesThatAreOutOfOrderWithinAReading() {
        unseen.begin();
        line("out", 5);
        line("err", 4);
        line("out", 5);
        assertThat(texts()).containsExactly("out", "err", "out");
    }

    @Test
    void takesTheTimesAwayUnlessTheyAreWanted() {
        unseen.begin();
        line("a", 1);
        assertThat(lines.get(0).timestamp()).isNull();
    }
}
