package io.github.jcompose.runtime.build.session;

import io.github.jcompose.runtime.build.wire.Packet;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A folder that BuildKit may ask for. */
@FunctionalInterface
public interface SentFiles {
    /**
     * What BuildKit wants of a folder.
     *
     * @param excludes patterns as in a {@code .dockerignore}
     * @param includes patterns of what is wanted; empty for everything, unless followed says something
     * @param followed like includes, together with what links among them lead to
     */
    record Wanted(List<String> excludes, List<String> includes, List<String> followed) {}

    /** Entries in the order in which they are sent: sorted by name, folders before what is in them. */
    @FunctionalInterface
    interface Listing {
        /** {@return the next entry; null behind the last} */
        @Nullable
        Entry next() throws IOException;
    }

    /**
     * One entry.
     *
     * @param content of a regular file; null for anything else
     */
    record Entry(Packet.Stat stat, @Nullable Content content) {}

    /** The content of a file. */
    @FunctionalInterface
    interface Content {
        /** {@return a stream from its beginning} */
        InputStream open() throws IOException;
    }

    /**
     * {@return what is sent}
     *
     * @throws IOException if the folder cannot be read
     */
    Listing list(Wanted wanted) throws IOException;

    /** {@return a folder with a few text files that are on no disk} */
    static SentFiles ofTexts(Map<String, String> texts) {
        Map<String, String> sorted = new TreeMap<>(texts);
        return wanted -> {
            Iterator<Map.Entry<String, String>> rest = sorted.entrySet().iterator();
            return () -> {
                if (!rest.hasNext()) {
                    return null;
                }
                Map.Entry<String, String> file = rest.next();
                byte[] bytes = file.getValue().getBytes(StandardCharsets.UTF_8);
                // As time a number out of the content: the engine takes what has the same name, size and time for
                // equal.
                long time = Integer.toUnsignedLong(file.getValue().hashCode()) * 1000;
                Packet.Stat stat = new Packet.Stat(file.getKey(), FileModes.PLAIN, bytes.length, time, "");
                return new Entry(stat, () -> new ByteArrayInputStream(bytes));
            };
        };
    }
}
