package io.github.jcompose.model.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
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
        assertThat(IoReason.of(new FileSystemException("/disk/f")))
                .isEqualTo("java.nio.file.FileSystemException: /disk/f");
        assertThat(IoReason.of(new IOException())).isEqualTo("java.io.IOException");
    }

    @Test
    void isInWordsWhereTheExceptionSaysItByItsClass() {
        assertThat(IoReason.of(new AccessDeniedException("/disk/f"))).isEqualTo("permission denied");
        assertThat(IoReason.of(new NoSuchFileException("/disk/f"))).isEqualTo("no such file");
        assertThat(IoReason.of(new NotDirectoryException("/disk/f"))).isEqualTo("not a folder");
    }

    @Test
    void namesTheFileWhereOnlyTheExceptionKnowsIt() {
        assertThat(IoReason.withFile(new AccessDeniedException("/disk/f"))).isEqualTo("/disk/f: permission denied");
        assertThat(IoReason.withFile(new IOException("Broken pipe"))).isEqualTo("Broken pipe");
    }
}
