package io.github.jcompose.cli.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jcompose.cli.args.UsageException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RowFormatTest {
    private static final Map<String, String> HEADINGS = Map.of("Name", "NAME", "State", "STATE");
    private static final List<Map<String, Object>> ROWS = List.of(
            RowFormat.withLabels(Map.of("Name", "a-long-name", "State", "up"), Map.of("com.acme.our-team", "red")),
            RowFormat.withLabels(Map.of("Name", "b", "State", "down"), Map.of()));

    @Test
    void knowsTablesAndJson() {
        assertThat(RowFormat.parse(null, HEADINGS).isTable()).isTrue();
        assertThat(RowFormat.parse("", HEADINGS).isTable()).isTrue();
        assertThat(RowFormat.parse("table", HEADINGS).isTable()).isTrue();
        assertThat(RowFormat.parse("json", HEADINGS).isJson()).isTrue();
        assertThat(RowFormat.parse("{{.Name}}", HEADINGS).isTable()).isFalse();
        assertThat(RowFormat.parse("{{.Name}}", HEADINGS).isJson()).isFalse();
    }

    @Test
    void writesALineForEachRow() {
        assertThat(RowFormat.parse("{{.Name}}={{.State}}", HEADINGS).render(ROWS))
                .isEqualTo("a-long-name=up\nb=down\n");
    }

    @Test
    void makesATableWithHeadings() {
        assertThat(RowFormat.parse("table {{.Name}}\\t{{.Label \"com.acme.our-team\"}}\\t{{.State}}", HEADINGS)
                        .render(ROWS))
                .isEqualTo("""
                        NAME          our team   STATE
                        a-long-name   red        up
                        b                        down
                        """);
        assertThat(RowFormat.parse("table {{.Name}}", HEADINGS).render(List.of()))
                .isEqualTo("NAME\n");
    }

    @Test
    void saysWhatIsWrong() {
        assertThatThrownBy(() -> RowFormat.parse("xml", HEADINGS))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("invalid --format \"xml\": expected table, json, or a template");
        assertThatThrownBy(() -> RowFormat.parse("{{.Nmae}}", HEADINGS))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("there is no field .Nmae; did you mean .Name?");
        assertThatThrownBy(() -> RowFormat.parse("{{.Label 1 2}}", HEADINGS).render(ROWS))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("takes the name of a label");
    }

    @Test
    void columnsReachOverNeighbouringLinesOnly() {
        assertThat(Columns.align("a\tb\nlonger cell\tc\nno column\nx\ty\n", 4, 2))
                .isEqualTo("a            b\nlonger cell  c\nno column\nx   y\n");
    }
}
