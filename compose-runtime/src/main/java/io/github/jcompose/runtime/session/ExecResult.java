package io.github.jcompose.runtime.session;

import java.nio.charset.StandardCharsets;

/**
 * What a process did, its whole output in memory.
 *
 * @param exitCode of the process
 * @param stdout what it wrote to standard output; to both if it had a terminal
 * @param stderr what it wrote to standard error
 */
@SuppressWarnings("ArrayRecordComponent") // Results are not compared, and output may be large.
public record ExecResult(int exitCode, byte[] stdout, byte[] stderr) {
    /** {@return standard output as UTF-8} */
    public String out() {
        return new String(stdout, StandardCharsets.UTF_8);
    }

    /** {@return standard error as UTF-8} */
    public String err() {
        return new String(stderr, StandardCharsets.UTF_8);
    }
}
