package io.github.jcompose.loader.syntax;

import java.util.Arrays;
import java.util.List;

/**
 * The short notation of an extra host: {@code HOST=IP[,IP…]}, or with a colon for the equals sign.
 *
 * @param host the name
 * @param addresses its addresses, without brackets; {@code host-gateway} is one, too
 */
public record ExtraHostSyntax(String host, List<String> addresses) {
    private static final int MOST = 10_000;

    public ExtraHostSyntax {
        addresses = List.copyOf(addresses);
    }

    /**
     * {@return the host that the text stands for}
     *
     * @throws IllegalArgumentException if it has no address, or no valid name of a host
     */
    public static ExtraHostSyntax parse(String text) {
        int equals = text.indexOf('=');
        int separator = equals < 0 ? text.indexOf(':') : equals;
        if (separator < 0) {
            throw new IllegalArgumentException(
                    "the extra host " + Quoted.of(text) + " has no address; expected HOST=IP");
        }
        String[] addresses = text.substring(separator + 1).split(",", MOST + 1);
        if (addresses.length > MOST) {
            throw new IllegalArgumentException("more than " + MOST + " addresses of an extra host");
        }
        return new ExtraHostSyntax(
                requireHost(text.substring(0, separator)),
                Arrays.stream(addresses).map(ExtraHostSyntax::withoutBrackets).toList());
    }

    /**
     * {@return the name of the host}
     *
     * @throws IllegalArgumentException if it is empty or contains what separates it from an address
     */
    public static String requireHost(String host) {
        if (host.isEmpty() || host.indexOf(':') >= 0 || host.indexOf('=') >= 0) {
            throw new IllegalArgumentException("bad name of an extra host: " + Quoted.of(host));
        }
        return host;
    }

    /** {@return the address, such as {@code ::1} for {@code [::1]}} */
    public static String withoutBrackets(String address) {
        boolean bracketed = address.length() > 2 && address.startsWith("[") && address.endsWith("]");
        return bracketed ? address.substring(1, address.length() - 1) : address;
    }
}
