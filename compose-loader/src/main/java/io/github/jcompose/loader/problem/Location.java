package io.github.jcompose.loader.problem;

/**
 * A place in a file.
 *
 * @param file the file as the user should read it: relative to the working directory where it lies below it,
 *     {@code -} for standard input, the reference of a remote file
 * @param line the line, from 1; 0 for the file as a whole
 * @param column the column in characters, from 1; 0 for the line as a whole
 */
public record Location(String file, int line, int column) implements Comparable<Location> {
    /** {@return the file as a whole} */
    public static Location ofFile(String file) {
        return new Location(file, 0, 0);
    }

    @Override
    public int compareTo(Location other) {
        int byFile = file.compareTo(other.file);
        int byLine = byFile != 0 ? byFile : Integer.compare(line, other.line);
        return byLine != 0 ? byLine : Integer.compare(column, other.column);
    }

    @Override
    public String toString() {
        if (line == 0) {
            return file;
        }
        return column == 0 ? file + ":" + line : file + ":" + line + ":" + column;
    }
}
