package io.github.jcompose.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NaturalOrderTest {
    @ParameterizedTest
    @CsvSource({
        "a, b",
        "B, a",
        "a, a1",
        "a2, a10",
        "a9, a10",
        "a01, a2",
        "a1, a01",
        "a10, a11",
        "a11, a100",
        "a_b, ab",
        "a.b, ab",
        "1_b, 1a",
        "_x, x",
        "1, a",
        "a-b, a_b",
        "é, ü",
        "z, é",
        "a-1, a-1-b",
        "8080, 10000",
        "com.example.2, com.example.10",
    })
    void sortsFirstBeforeSecond(String first, String second) {
        // Directly behind a digit the rule for letters is the other way round.
        boolean reversed = first.equals("1_b");

        assertThat(Integer.signum(NaturalOrder.INSTANCE.compare(first, second))).isEqualTo(reversed ? 1 : -1);
        assertThat(Integer.signum(NaturalOrder.INSTANCE.compare(second, first))).isEqualTo(reversed ? -1 : 1);
    }

    @Test
    void sortsLettersBehindOtherCharactersButBeforeThemAfterDigit() {
        List<String> keys = new ArrayList<>(List.of("ab", "a-", "a1b", "a1-", "a"));
        keys.sort(NaturalOrder.INSTANCE);

        assertThat(keys).containsExactly("a", "a-", "a1b", "a1-", "ab");
    }

    @Test
    void comparesWholeCharactersOutsideBasicPlane() {
        // The pairs share their first half; the whole characters are letters.
        assertThat(NaturalOrder.INSTANCE.compare("\uD835\uDC00", "\uD835\uDC01"))
                .isNegative();
        assertThat(NaturalOrder.INSTANCE.compare("\uFF41", "\uD835\uDC00")).isNegative();
    }

    @Test
    void sortsTheSameWhateverTheOrderBefore() {
        List<String> sorted = List.of("a", "a1", "a01", "a2", "a02x", "a10", "b", "b-1", "ba");
        List<String> keys = new ArrayList<>(sorted);
        Random random = new Random(1);
        for (int i = 0; i < 50; i++) {
            Collections.shuffle(keys, random);
            keys.sort(NaturalOrder.INSTANCE);
            assertThat(keys).isEqualTo(sorted);
        }
    }

    @Test
    void neverTakesDifferentKeysForEqual() {
        List<String> keys = List.of("0", "00", "000", "99999999999999999999", "18446744073709551616", "a0", "a00");
        for (String a : keys) {
            for (String b : keys) {
                assertThat(NaturalOrder.INSTANCE.compare(a, b) == 0).isEqualTo(a.equals(b));
            }
        }
    }
}
