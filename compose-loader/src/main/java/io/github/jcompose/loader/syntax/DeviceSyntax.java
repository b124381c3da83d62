package io.github.jcompose.loader.syntax;

import java.util.List;

/**
 * The short notation of a device: {@code SOURCE[:TARGET[:PERMISSIONS]]}.
 *
 * @param source the path on the host, or the name of a CDI device
 * @param target the path in the container; the source if it is not given
 * @param permissions of {@code r}, {@code w} and {@code m}; all of them if they are not given
 */
public record DeviceSyntax(String source, String target, String permissions) {
    /**
     * {@return the device that the text stands for}
     *
     * @throws IllegalArgumentException if it has more than three parts
     */
    public static DeviceSyntax parse(String text) {
        List<String> parts = List.of(text.split(":", 4));
        if (parts.size() > 3) {
            throw new IllegalArgumentException("invalid device " + Quoted.of(text)
                    + ": too many colons; expected SOURCE[:TARGET[:PERMISSIONS]], or the long syntax");
        }
        String source = parts.get(0);
        String target = parts.size() > 1 ? parts.get(1) : "";
        return new DeviceSyntax(source, target.isEmpty() ? source : target, parts.size() > 2 ? parts.get(2) : "rwm");
    }
}
