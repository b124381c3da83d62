package io.github.jcompose.runtime.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jcompose.runtime.error.EngineInterruptedException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class TaskGraphTest {
    private final Workers workers = new Workers(4);
    private final TaskGraph graph = new TaskGraph();
    private final List<String> done = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void close() {
        workers.close();
    }

    @Test
    void startsATaskWhenThoseBeforeItAreDone() {
        int a = graph.add(() -> done.add("a"), List.of());
        int b = graph.add(() -> done.add("b"), List.of(a));
        graph.add(() -> done.add("c"), List.of(a, b));
        graph.run(workers);
        assertThat(done).containsExactly("a", "b", "c");
    }

    @Test
    void runsIndependentTasksTogether() {
        CyclicBarrier meeting = new CyclicBarrier(3);
        for (int i = 0; i < 3; i++) {
            graph.add(() -> meet(meeting), List.of());
        }
        graph.run(workers);
        assertThat(meeting.isBroken()).isFalse();
    }

    @Test
    void takesNoMoreThreadsForBriefTasksThanThereArePlaces() {
        CyclicBarrier meeting = new CyclicBarrier(4);
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        for (int i = 0; i < 40; i++) {
            graph.addBrief(
                    () -> {
                        most.accumulateAndGet(now.incrementAndGet(), Math::max);
                        meet(meeting);
                        now.decrementAndGet();
                    },
                    List.of());
        }
        graph.run(workers);
        assertThat(most).hasValue(4);
    }

    @Test
    void letsBriefTasksPassThoseThatWait() {
        CountDownLatch all = new CountDownLatch(8);
        for (int i = 0; i < 8; i++) {
            graph.add(() -> await(all), List.of());
            graph.addBrief(all::countDown, List.of());
        }
        graph.run(workers);
        assertThat(all.getCount()).isZero();
    }

    @Test
    void doesNotWaitForTasksThatAClosedConnectionRefuses() {
        workers.close();
        for (int i = 0; i < 40; i++) {
            graph.addBrief(() -> done.add("task"), List.of());
        }
        assertThatThrownBy(() -> graph.run(workers)).isInstanceOf(EngineInterruptedException.class);
        assertThat(done).isEmpty();
    }

    @Test
    void beginsNothingAfterAFailureAndLetsTheRestEnd() {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch failing = new CountDownLatch(1);
        int bad = graph.add(
                () -> {
                    await(begun);
                    failing.countDown();
                    throw new IllegalStateException("no");
                },
                List.of());
        graph.add(
                () -> {
                    begun.countDown();
                    await(failing);
                    done.add("slow");
                },
                List.of());
        graph.add(() -> done.add("after"), List.of(bad));
        assertThatThrownBy(() -> graph.run(workers))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no");
        assertThat(done).containsExactly("slow");
    }

    @Test
    void interruptsItsTasksWhenItIsInterrupted() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        graph.add(
                () -> {
                    begun.countDown();
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException e) {
                        done.add("interrupted");
                        Thread.currentThread().interrupt();
                    }
                },
                List.of());
        Thread caller = new Thread(() -> {
            try {
                graph.run(workers);
            } catch (EngineInterruptedException e) {
                done.add(Thread.currentThread().isInterrupted() ? "still interrupted" : "lost");
            }
        });
        caller.start();
        await(begun);
        caller.interrupt();
        caller.join();
        assertThat(done).containsExactly("interrupted", "still interrupted");
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
