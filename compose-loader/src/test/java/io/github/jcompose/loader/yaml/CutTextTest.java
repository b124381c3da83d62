package io.github.jcompose.loader.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jcompose.loader.limits.LoadLimits;
import io.github.jcompose.loader.tree.Budget;
import io.github.jcompose.loader.tree.Problems;
import io.github.jcompose.loader.tree.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CutTextTest {
    private static final String USUAL = """
            # what it is
            name: shop
            services:

              # the page
              web:
                image: nginx:${TAG:-latest}
                command: |
                  a: b
                   c
                environment:
                  - A=1
                  - "B=two
                    lines"
              db_1:
                image: postgres
                labels: {a: b,
                  c: d}
              cache:
              last:
                image: redis
            networks:
              front: {}
              back:
            volumes:
              data:
            """;

    private static final LoadLimits LIMITS = LoadLimits.DEFAULT;

    @Test
    void readsTheTreeOfTheWholeText() {
        assertThat(ReadText.inPieces(USUAL, 40)).isNotNull().isEqualTo(ReadText.whole(USUAL));
    }

    @Test
    void takesOffTheBudgetWhatTheTextHolds() {
        Budget budget = new Budget(1000);
        Problems problems = new Problems(problem -> {}, budget);

        assertThat(CutText.read(source(USUAL), USUAL, LIMITS, problems, 40)).isNotNull();

        assertThat(budget.covers(850)).isTrue();
        assertThat(budget.covers(950)).isFalse();
    }

    @Test
    void leavesATextToOneParserThatExceedsTheBudget() {
        Problems problems = new Problems(problem -> {}, new Budget(20));

        assertThat(CutText.read(source(USUAL), USUAL, LIMITS, problems, 40)).isNull();

        assertThat(problems.budget().covers(20)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "services:\n  a: 1\n  b: 2\n  c: \"\n  d: e\"\n  f: 3\n",
                "services:\n  a: 1\n  b: [1, 2,\n  c, d\n  ]\n  e: 3\n",
                "services:\n  a: 1\n  b: 2\n  c: 3\n  a: 4\n",
                "services:\n  a: 1\n  b: 2\nnetworks:\n  c: 3\nservices:\n  d: 4\n  e: 5\n",
                "services:\n  a: &a b\n  c: 2\n  d: [*a]\n  e: 3\n",
                "services:\n  a: 1\n  b: 2\n---\nservices:\n  c: 3\n  d: 4\n",
                "services:\r\n  a: 1\r\n  b: 2\r\n  c: 3\r\n",
                "x-a: |\n services:\nservices: |\n  a: 1\n  b: 2\n  c: 3\n  d: 4\n",
                "x-a: \"\nservices:\n  a: 1\n  b: 2\"\nservices: {}\n  c: 3\n",
                "services:\n  {a: 1, b: 2}\n  c: 3\n  d: 4\n  e: 5\n"
            })
    void leavesATextToOneParserThatCannotBeCut(String text) {
        assertThat(ReadText.inPieces(text, 8)).isNull();
    }

    private static Source source(String text) {
        return new Source("compose.yaml", text);
    }
}
