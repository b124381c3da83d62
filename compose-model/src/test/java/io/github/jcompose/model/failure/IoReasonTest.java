package io.github.jcompose.model.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import org.junit.jupiter.api.Test;

class IoReasonTest {
    @Test
    void isWhatTheSystemSaysWithoutTheFile() {
        assertThat(IoReason.of(new FileSystemException("/disk/f", null, "No space left on device")))
                .isEqualTo("No space left on device");
        assertThat(IoReason.of(new IOException("Broken pipe"))).isEqualTo("Broken pipe");
    }

    @Test
    void isTheExceptionWhereNothingIsSaid() {
        assertThat(IoReason.of(new AccessDeniedException("/disk/f")))
                .isEqualTo("java.nio.file.AccessDeniedException: /disk/f");
        assertThat(IoReason.of(new IOException())).isEqualTo("java.io.IOException");
    }
}
