package io.github.jcompose.runtime.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineAssemblerTest {
    private final List<String> lines = new ArrayList<>();
    private final LineAssembler assembler = new LineAssembler(lines::add);

    private void add(String text) {
        assembler.add(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void cutsAtLineEnds() {
        add("one\ntwo\n\nfour\n");
        assertThat(lines).containsExactly("one", "two", "", "four");
    }

    @Test
    void joinsThePiecesOfALine() {
        add("on");
        add("e\ntw");
        assertThat(lines).containsExactly("one");
        add("o\n");
        assertThat(lines).containsExactly("one", "two");
    }

    @Test
    void givesALineThatNeverEndsInParts() {
        String many = "€".repeat(LineAssembler.LONGEST / 2);
        add(many);
        add("end\n");
        assertThat(lines).hasSize(2);
        assertThat(String.join("", lines)).isEqualTo(many + "end");
    }

    @Test
    void keepsNoMoreOfALineThanThat() {
        byte[] piece = new byte[1 << 16];
        for (int i = 0; i < 64; i++) {
            assembler.add(piece);
        }
        assertThat(lines).hasSize(4).allMatch(line -> line.length() == LineAssembler.LONGEST);
    }

    @Test
    void decodesACharacterThatIsCutInTwo() {
        byte[] bytes = "grüß €\n".getBytes(StandardCharsets.UTF_8);
        for (byte b : bytes) {
            assembler.add(new byte[] {b});
        }
        assertThat(lines).containsExactly("grüß €");
    }

    @Test
    void givesTheLastLineWithoutItsEnd() {
        add("one\ntwo");
        assembler.end();
        assembler.end();
        assertThat(lines).containsExactly("one", "two");
    }

    @Test
    void dropsTheReturnOfATerminalAndKeepsThoseWithin() {
        add("10%\r20%\r\n");
        assertThat(lines).containsExactly("10%\r20%");
    }
}
