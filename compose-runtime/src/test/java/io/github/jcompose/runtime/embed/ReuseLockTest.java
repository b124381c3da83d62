package io.github.jcompose.runtime.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ReuseLockTest {
    @TempDir
    Path folder;

    private final List<String> warnings = new ArrayList<>();

    private ReuseLock take(String name) throws InterruptedException {
        return ReuseLock.take(folder, name, warnings::add);
    }

    @Test
    void threadsOfAProcessTakeTurns() throws Exception {
        AtomicInteger inside = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<Integer>> seen = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            seen.add(threads.submit(() -> {
                ReuseLock lock = take("shop");
                int others = inside.getAndIncrement();
                Thread.yield();
                inside.decrementAndGet();
                lock.close();
                return others;
            }));
        }
        for (Future<Integer> others : seen) {
            assertThat(others.get()).isZero();
        }
        threads.shutdown();
        assertThat(warnings).isEmpty();
    }

    @Test
    void differentEnvironmentsDoNotWaitForEachOther() throws Exception {
        ReuseLock one = take("one");
        take("two").close();
        one.close();
    }

    @Test
    void anInterruptEndsTheWaiting() throws Exception {
        ReuseLock held = take("shop");
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> take("shop")).isInstanceOf(InterruptedException.class);
        held.close();
        take("shop").close();
    }

    @Test
    void whereNothingCanBeLockedItGoesOnAndSaysSo() throws Exception {
        Path notAFolder = Files.writeString(folder.resolve("file"), "");
        ReuseLock.take(notAFolder, "shop", warnings::add).close();
        assertThat(warnings).singleElement().asString().contains("cannot lock " + notAFolder.resolve("shop.lock"));
    }
}
