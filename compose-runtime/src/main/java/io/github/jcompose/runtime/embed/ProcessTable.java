package io.github.jcompose.runtime.embed;

import io.github.jcompose.model.digest.Sha256;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The processes of this machine, as far as this one sees them. */
final class ProcessTable {
    static final ProcessTable INSTANCE = new ProcessTable(Path.of("/proc"));

    private static final int START_TIME = 19;
    private static final int DIGITS = 12;
    /** Clocks are set, and where the kernel does not count itself, the beginning of a process moves with them. */
    private static final long TOLERANCE_SECONDS = 2;

    private final Path proc;

    ProcessTable(Path proc) {
        this.proc = proc;
    }

    /** {@return a digest of what tells machines and users apart} */
    String machine() {
        return digest(
                read(Path.of("/etc/machine-id")) + "\n" + hostName() + "\n" + System.getProperty("user.name", ""));
    }

    private static String hostName() {
        String name = read(Path.of("/proc/sys/kernel/hostname"));
        if (!name.isEmpty()) {
            return name;
        }
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "";
        }
    }

    /** {@return what changes with each start of the machine; empty if the system does not tell} */
    String boot() {
        return read(proc.resolve("sys/kernel/random/boot_id")).replace("-", "");
    }

    /** {@return the name space of process numbers; empty if the system has no such thing} */
    String space() {
        try {
            return Files.readSymbolicLink(proc.resolve("self/ns/pid"))
                    .toString()
                    .replaceAll("[^0-9]", "");
        } catch (IOException | UnsupportedOperationException e) {
            return "";
        }
    }

    /** {@return when a process began, which may be an empty text if that is not known; empty if it is not there} */
    Optional<String> start(long pid) {
        if (hasProc()) {
            String stat = read(proc.resolve(pid + "/stat"));
            if (stat.isEmpty()) {
                // What cannot be read, for want of file handles maybe, is not gone for that.
                return Files.notExists(proc.resolve(Long.toString(pid))) ? Optional.empty() : Optional.of("");
            }
            // The name of the program, in parentheses, may hold anything.
            int end = stat.lastIndexOf(')');
            String[] fields =
                    end < 0 ? new String[0] : stat.substring(end + 1).strip().split(" ");
            boolean gone = fields.length <= START_TIME || fields[0].equals("Z") || fields[0].equals("X");
            return gone ? Optional.empty() : Optional.of(fields[START_TIME]);
        }
        return ProcessHandle.of(pid)
                .map(process -> process.info()
                        .startInstant()
                        .map(instant -> Long.toString(instant.getEpochSecond()))
                        .orElse(""));
    }

    /** {@return whether the process that began then is surely gone} */
    boolean hasEnded(long pid, String began) {
        Optional<String> now = start(pid);
        if (now.isEmpty()) {
            return true;
        }
        if (now.get().isEmpty() || now.get().equals(began)) {
            return false;
        }
        return hasProc() || Math.abs(Long.parseLong(now.get()) - Long.parseLong(began)) > TOLERANCE_SECONDS;
    }

    private boolean hasProc() {
        return Files.exists(proc.resolve("self/stat"));
    }

    private static String read(Path file) {
        // Not by a channel, which an interrupted thread cannot read.
        try (InputStream stream = new FileInputStream(file.toFile())) {
            return new String(stream.readAllBytes(), StandardCharsets.ISO_8859_1).strip();
        } catch (IOException e) {
            return "";
        }
    }

    private static String digest(String text) {
        return Sha256.hex(text).substring(0, DIGITS);
    }
}
