package io.github.jcompose.model;

import java.util.Comparator;

/**
 * Order of the keys of user maps in canonical YAML.
 *
 * <p>The first difference decides. Two letters compare by code point. A letter comes behind anything else, but
 * before it where both follow a digit. Else the numbers that begin there are compared, so that {@code a2} comes
 * before {@code a10}. A prefix comes first.
 */
public final class NaturalOrder implements Comparator<String> {
    /** The one instance. */
    public static final NaturalOrder INSTANCE = new NaturalOrder();

    private NaturalOrder() {}

    @Override
    public int compare(String a, String b) {
        int at = firstDifference(a, b);
        if (at == a.length() || at == b.length()) {
            return Integer.compare(a.length(), b.length());
        }
        int left = a.codePointAt(at);
        int right = b.codePointAt(at);
        boolean leftLetter = Character.isLetter(left);
        boolean rightLetter = Character.isLetter(right);
        if (leftLetter && rightLetter) {
            return Integer.compare(left, right);
        }
        if (leftLetter || rightLetter) {
            boolean behindDigit = at > 0 && Character.isDigit(a.codePointBefore(at));
            return leftLetter == behindDigit ? -1 : 1;
        }
        int numbers = compareNumbers(a, b, at);
        return numbers == 0 ? Integer.compare(left, right) : numbers;
    }

    private static int firstDifference(String a, String b) {
        int end = Math.min(a.length(), b.length());
        int at = 0;
        while (at < end && a.charAt(at) == b.charAt(at)) {
            at++;
        }
        boolean insidePair = at > 0 && at < end && Character.isHighSurrogate(a.charAt(at - 1));
        return insidePair ? at - 1 : at;
    }

    private static int compareNumbers(String a, String b, int at) {
        // Zeros count if the number has begun before the difference: 100 is more than 11, but a01 less than a2.
        int start = hasBegunBefore(a, at) ? 1 : 0;
        int leftEnd = endOfDigits(a, at);
        int rightEnd = endOfDigits(b, at);
        int values = Long.compare(value(start, a, at, leftEnd), value(start, b, at, rightEnd));
        return values == 0 ? Integer.compare(leftEnd, rightEnd) : values;
    }

    private static boolean hasBegunBefore(String text, int at) {
        for (int i = at - 1; i >= 0 && Character.isDigit(text.charAt(i)); i--) {
            if (text.charAt(i) != '0') {
                return true;
            }
        }
        return false;
    }

    private static int endOfDigits(String text, int from) {
        int end = from;
        while (end < text.length() && Character.isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static long value(long start, String text, int from, int to) {
        long value = start;
        for (int i = from; i < to; i++) {
            value = value * 10 + text.charAt(i) - '0';
        }
        return value;
    }
}
