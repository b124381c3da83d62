package io.github.jcompose.loader.syntax;

/** Numeric IP addresses; nothing here asks a name server. */
public final class IpAddress {
    private static final int GROUPS = 8;

    private IpAddress() {}

    /** {@return whether the text is an IPv4 or IPv6 address, without brackets, zone or prefix length} */
    public static boolean isValid(String text) {
        return text.indexOf(':') >= 0 ? isV6(text) : isV4(text);
    }

    private static boolean isV4(String text) {
        int parts = 0;
        for (int at = 0; at <= text.length(); parts++) {
            int dot = text.indexOf('.', at);
            int end = dot < 0 ? text.length() : dot;
            if (parts == 4 || !isByte(text, at, end)) {
                return false;
            }
            at = end + 1;
        }
        return parts == 4;
    }

    private static boolean isByte(String text, int from, int end) {
        int length = end - from;
        if (length < 1 || length > 3 || (length > 1 && text.charAt(from) == '0')) {
            return false;
        }
        int value = 0;
        for (int i = from; i < end; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return false;
            }
            value = value * 10 + (c - '0');
        }
        return value <= 255;
    }

    private static boolean isV6(String text) {
        int gap = text.indexOf("::");
        if (gap < 0) {
            return groups(text, true) == GROUPS;
        }
        String rest = text.substring(gap + 2);
        int before = gap == 0 ? 0 : groups(text.substring(0, gap), false);
        int after = rest.isEmpty() ? 0 : groups(rest, true);
        return before >= 0 && after >= 0 && before + after < GROUPS;
    }

    /** How many groups of 16 bits the text has, or -1 if it is something else. */
    private static int groups(String text, boolean mayEndInV4) {
        int groups = 0;
        for (int at = 0; at <= text.length(); ) {
            int colon = text.indexOf(':', at);
            int end = colon < 0 ? text.length() : colon;
            if (groups >= GROUPS) {
                return -1;
            }
            if (isGroup(text, at, end)) {
                groups++;
            } else if (mayEndInV4 && colon < 0 && isV4(text.substring(at))) {
                groups += 2;
            } else {
                return -1;
            }
            at = end + 1;
        }
        return groups;
    }

    private static boolean isGroup(String text, int from, int end) {
        if (end - from < 1 || end - from > 4) {
            return false;
        }
        for (int i = from; i < end; i++) {
            char c = text.charAt(i);
            if (c > 'f' || Character.digit(c, 16) < 0) {
                return false;
            }
        }
        return true;
    }
}
