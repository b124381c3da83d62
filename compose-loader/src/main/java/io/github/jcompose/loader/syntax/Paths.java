package io.github.jcompose.loader.syntax;

/** Paths with slashes, as text: nothing here looks at a file system, and the machine it runs on makes no difference. */
public final class Paths {
    private Paths() {}

    /** {@return the shortest equal path, without looking at symbolic links; {@code .} for an empty one} */
    public static String clean(String path) {
        boolean rooted = path.startsWith("/");
        StringBuilder out = new StringBuilder(path.length()).append(rooted ? "/" : "");
        int root = out.length();
        // Up to here, the result consists of a root and of ".." that nothing can take back.
        int fixed = root;
        for (int at = 0; at < path.length(); ) {
            int slash = path.indexOf('/', at);
            int end = slash < 0 ? path.length() : slash;
            if (isParent(path, at, end)) {
                if (out.length() > fixed) {
                    out.setLength(Math.max(fixed, out.lastIndexOf("/")));
                } else if (!rooted) {
                    append(out, root, "..");
                    fixed = out.length();
                }
            } else if (end > at && !(end == at + 1 && path.charAt(at) == '.')) {
                append(out, root, path.substring(at, end));
            }
            at = end + 1;
        }
        return out.isEmpty() ? "." : out.toString();
    }

    /** {@return the paths one after the other, cleaned; empty ones are left out} */
    public static String join(String first, String second) {
        if (first.isEmpty() && second.isEmpty()) {
            return "";
        }
        return clean(first.isEmpty() ? second : second.isEmpty() ? first : first + "/" + second);
    }

    /** {@return whether the path is absolute on Windows: a drive with a slash, a share ({@code \\server\share\}) or a device} */
    public static boolean isWindowsAbsolute(String path) {
        if (path.length() >= 3 && path.charAt(1) == ':' && isSlash(path.charAt(2))) {
            return isDriveLetter(path.charAt(0));
        }
        if (path.startsWith("\\\\.\\")) {
            return true;
        }
        if (path.length() < 5 || !isSlash(path.charAt(0)) || !isSlash(path.charAt(1))) {
            return false;
        }
        int server = slash(path, 2);
        int share = slash(path, server + 1);
        return server > 2 && path.charAt(2) != '.' && share > server + 1 && share < path.length();
    }

    private static boolean isDriveLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static int slash(String path, int from) {
        int at = from;
        while (at < path.length() && !isSlash(path.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isSlash(char c) {
        return c == '/' || c == '\\';
    }

    private static boolean isParent(String path, int at, int end) {
        return end == at + 2 && path.charAt(at) == '.' && path.charAt(at + 1) == '.';
    }

    private static void append(StringBuilder out, int root, String segment) {
        if (out.length() > root) {
            out.append('/');
        }
        out.append(segment);
    }
}
