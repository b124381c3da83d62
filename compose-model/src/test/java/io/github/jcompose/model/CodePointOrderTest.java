package io.github.jcompose.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CodePointOrderTest {
    @Test
    void ordersAsUtf8BytesDo() {
        List<String> texts = List.of(
                "", "a", "ab", "b", "\u00e9", "\ud7ff", "\ue000", "\uffff", "\ud83d\ude00", "\udbff\udfff", "Z");
        for (String a : texts) {
            for (String b : texts) {
                int bytes =
                        Arrays.compareUnsigned(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
                assertThat(Integer.signum(CodePointOrder.INSTANCE.compare(a, b)))
                        .as("%s and %s", a, b)
                        .isEqualTo(Integer.signum(bytes));
            }
        }
    }
}
