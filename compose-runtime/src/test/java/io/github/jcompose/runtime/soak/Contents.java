package io.github.jcompose.runtime.soak;

import io.github.jcompose.runtime.engine.Archive;
import io.github.jcompose.runtime.engine.Engine;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** What is written in volumes: put there once, and looked for ever after. */
final class Contents {
    /** Where services that want one have their anonymous volume. */
    static final String ANONYMOUS = "/anonymous";

    private static final String MARK = "mark";

    private final Engine engine;
    private final Reference reference;

    Contents(Engine engine, Reference reference) {
        this.engine = engine;
        this.reference = reference;
    }

    void check() {
        for (String volume : reference.volumes) {
            Item item = reference.mounting(volume);
            if (item != null && reference.data.containsKey(volume)) {
                expect(item, "/" + volume + "/" + MARK, reference.data.get(volume));
            } else if (item != null) {
                String text = volume + " as of " + item.id;
                write(item, "/" + volume, text);
                reference.data.put(volume, text);
            }
        }
        for (Item item : reference.items) {
            String volume = item.anonymousVolume;
            if (volume != null && reference.data.containsKey(volume)) {
                expect(item, ANONYMOUS + "/" + MARK, reference.data.get(volume));
            } else if (volume != null) {
                write(item, ANONYMOUS, volume);
                reference.data.put(volume, volume);
            }
        }
        reference.where(i -> i.made.config && i.isActive()).stream()
                .limit(1)
                .forEach(i -> expect(i, "/text", "a text"));
    }

    private void write(Item item, String folder, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
            TarArchiveEntry entry = new TarArchiveEntry(MARK);
            entry.setSize(bytes.length);
            tar.putArchiveEntry(entry);
            tar.write(bytes);
            tar.closeArchiveEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        engine.containers().copyTo(id(item), folder, false, new ByteArrayInputStream(out.toByteArray()));
    }

    private void expect(Item item, String path, String text) {
        try (Archive archive = engine.containers().copyFrom(id(item), path);
                TarArchiveInputStream tar = new TarArchiveInputStream(archive.tar())) {
            tar.getNextEntry();
            String found = new String(tar.readAllBytes(), StandardCharsets.UTF_8);
            if (!found.equals(text)) {
                throw new SoakFailure(item + ": " + path + " should hold '" + text + "', but holds '" + found + "'");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String id(Item item) {
        return Objects.requireNonNull(item.id);
    }
}
