package io.github.jcompose.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A standard stream of the process that keeps why something could not be written, which a {@link PrintStream} hides. */
final class Standard extends FileOutputStream {
    private volatile @Nullable IOException failure;

    Standard(FileDescriptor descriptor) {
        super(descriptor);
    }

    /** Always UTF-8: compose files are, and so are the marks of progress, whatever the locale of a container says. */
    PrintStream stream() {
        return new PrintStream(new BufferedOutputStream(this), false, StandardCharsets.UTF_8);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            super.write(bytes, offset, length);
        } catch (IOException e) {
            if (failure == null) {
                failure = e;
            }
            throw e;
        }
    }

    /** {@return whether all could be written; otherwise says why not, unless nobody reads on, as after {@code head}} */
    boolean isComplete(PrintStream err) {
        IOException failed = failure;
        if (failed == null) {
            return true;
        }
        String reason = String.valueOf(failed.getMessage());
        if (!reason.contains("Broken pipe")) {
            err.println("cannot write to the standard output: " + reason);
            err.flush();
        }
        return reason.contains("Broken pipe");
    }
}
