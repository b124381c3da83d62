package io.github.jcompose.kubernetes.extension;

import java.util.List;

/** Finds what may have been meant by a mistyped word. */
final class Nearest {
    private Nearest() {}

    /** {@return the word that was probably meant, or else all that are possible} */
    static String hint(String typed, List<String> known) {
        String best = "";
        int least = Math.max(1, typed.length() / 3) + 1;
        for (String word : known) {
            int distance = word.equalsIgnoreCase(typed) ? 0 : distance(typed, word);
            if (distance < least) {
                least = distance;
                best = word;
            }
        }
        return best.isEmpty() ? "expected " + String.join(", ", known) : "did you mean '" + best + "'?";
    }

    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? diagonal : diagonal + 1;
                diagonal = row[j];
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
