package io.github.jcompose.runtime.build.context;

import io.github.jcompose.runtime.archive.ArchiveStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarConstants;

/**
 * A context as a tar archive, made while it is read. The same files give the same archive, whoever owns them: times
 * are in whole seconds, and everything belongs to root.
 */
final class ContextArchive extends ArchiveStream {
    private static final int PLAIN_FILE = 0644;
    private static final int LINK = 0777;

    private final ContextWalk walk;
    private final Map<String, String> added;
    private final Iterator<Map.Entry<String, String>> toAdd;

    /**
     * @param added text files by name, in place of those of the context that have these names
     * @throws IOException if the folder cannot be read
     */
    ContextArchive(LocalContext context, Map<String, String> added) throws IOException {
        super("sent");
        this.walk = new ContextWalk(context.folder(), context.ignore(), IncludedPaths.ALL);
        this.added = new TreeMap<>(added);
        this.toAdd = this.added.entrySet().iterator();
    }

    @Override
    protected boolean putNext() throws IOException {
        ContextFile next = walk.next();
        if (next != null) {
            if (!added.containsKey(next.name())) {
                put(next);
            }
            return true;
        } else if (toAdd.hasNext()) {
            Map.Entry<String, String> text = toAdd.next();
            put(
                    entry(text.getKey(), PLAIN_FILE, FileTime.fromMillis(0)),
                    text.getValue().getBytes(StandardCharsets.UTF_8));
            return true;
        }
        return false;
    }

    private void put(ContextFile next) throws IOException {
        switch (next.kind()) {
            case FOLDER -> put(entry(next.name() + "/", next.mode(), next.modified()));
            case LINK -> {
                TarArchiveEntry link = new TarArchiveEntry(next.name(), TarConstants.LF_SYMLINK);
                link.setLinkName(Files.readSymbolicLink(next.path()).toString().replace(File.separatorChar, '/'));
                put(completed(link, LINK, next.modified()));
            }
            default -> put(entry(next.name(), next.mode(), next.modified()), next.open(), next.size(), next.name());
        }
    }

    private static TarArchiveEntry entry(String name, int mode, FileTime modified) {
        return completed(new TarArchiveEntry(name), mode, modified);
    }

    private static TarArchiveEntry completed(TarArchiveEntry entry, int mode, FileTime modified) {
        entry.setMode(mode);
        entry.setIds(0, 0);
        entry.setNames("", "");
        entry.setLastModifiedTime(FileTime.from(modified.to(TimeUnit.SECONDS), TimeUnit.SECONDS));
        return entry;
    }
}
