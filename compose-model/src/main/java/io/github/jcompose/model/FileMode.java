package io.github.jcompose.model;

/**
 * The permission bits of a file.
 *
 * @param bits the bits, such as {@code 0440}
 */
public record FileMode(int bits) implements TreeValue {
    /**
     * {@return the mode that the octal digits give}
     *
     * @throws IllegalArgumentException if the text is no octal number
     */
    public static FileMode parse(String octal) {
        try {
            return new FileMode(Integer.parseInt(octal.startsWith("0o") ? octal.substring(2) : octal, 8));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "invalid file mode '" + octal + "'; expected octal digits such as '0440'", e);
        }
    }

    @Override
    public String toTree() {
        return "0" + Integer.toOctalString(bits);
    }

    @Override
    public String toString() {
        return toTree();
    }
}
