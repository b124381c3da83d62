package io.github.jcompose.runtime.embed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnerTest {
    private static final Owner SELF = new Owner("m", "b", "s", 1, "10", "");

    @TempDir
    Path proc;

    private Owner process(int pid, String start) {
        return new Owner("m", "b", "s", pid, start, "");
    }

    private void runs(int pid, String state, String start) throws IOException {
        Files.createDirectories(proc.resolve("self"));
        Files.writeString(proc.resolve("self/stat"), "");
        Files.createDirectories(proc.resolve(Integer.toString(pid)));
        Files.writeString(
                proc.resolve(pid + "/stat"),
                pid + " (a ) b) " + state + " 1 1 1 0 -1 4194304 1 1 1 1 1 1 1 1 20 0 30 0 " + start + " 0 0\n");
    }

    private boolean dead(Owner other) {
        return SELF.knowsDead(other, id -> id.equals("running"), new ProcessTable(proc));
    }

    @Test
    void aProcessIsKnownByItsNumberAndItsBeginning() throws IOException {
        runs(7, "S", "500");
        assertThat(dead(process(7, "500"))).isFalse();
        assertThat(dead(process(7, "499"))).isTrue();
        assertThat(dead(process(8, "500"))).isTrue();
    }

    @Test
    void aZombieIsDead() throws IOException {
        runs(7, "Z", "500");
        assertThat(dead(process(7, "500"))).isTrue();
    }

    @Test
    void nobodyJudgesOverOtherMachinesOrNameSpaces() throws IOException {
        runs(7, "S", "500");
        assertThat(dead(new Owner("other", "b", "s", 8, "500", ""))).isFalse();
        assertThat(dead(new Owner("m", "b", "other", 8, "500", ""))).isFalse();
        assertThat(dead(process(8, ""))).isFalse();
    }

    @Test
    void nothingSurvivesAnotherStartOfTheMachine() throws IOException {
        runs(7, "S", "500");
        assertThat(dead(new Owner("m", "earlier", "other", 7, "500", ""))).isTrue();
    }

    @Test
    void whoDoesNotKnowWhenTheMachineStartedJudgesByTheProcess() throws IOException {
        runs(7, "S", "500");
        assertThat(dead(new Owner("m", "", "s", 7, "500", ""))).isFalse();
        assertThat(dead(new Owner("m", "", "s", 8, "500", ""))).isTrue();
    }

    @Test
    void aProcessThatCannotBeReadMayLive() throws IOException {
        runs(7, "S", "500");
        Files.delete(proc.resolve("7/stat"));
        assertThat(dead(process(7, "500"))).isFalse();
    }

    @Test
    void anInterruptedThreadJudgesAlike() {
        ProcessTable table = ProcessTable.INSTANCE;
        long pid = ProcessHandle.current().pid();
        String start = table.start(pid).orElseThrow();
        String boot = table.boot();
        Thread.currentThread().interrupt();
        boolean ended = table.hasEnded(pid, start);
        String bootThen = table.boot();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(ended).isFalse();
        assertThat(bootThen).isEqualTo(boot);
    }

    @Test
    void aProcessDiesWithItsContainer() throws IOException {
        runs(7, "S", "500");
        assertThat(dead(new Owner("other", "b", "s", 7, "500", "running"))).isFalse();
        assertThat(dead(new Owner("other", "b", "s", 7, "500", "gone"))).isTrue();
    }

    @Test
    void aLabelTellsAllOfIt() {
        assertThat(Owner.parse(SELF.label())).contains(SELF);
        assertThat(Owner.parse("some other tool's")).isEmpty();
        assertThat(Owner.parse("m/b/s/x/10/")).isEmpty();
    }

    @Test
    void thisProcessIsAlive() {
        ProcessTable table = ProcessTable.INSTANCE;
        long pid = ProcessHandle.current().pid();
        assertThat(table.hasEnded(pid, table.start(pid).orElseThrow())).isFalse();
    }
}
