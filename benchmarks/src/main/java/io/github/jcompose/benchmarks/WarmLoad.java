package io.github.jcompose.benchmarks;

import com.sun.management.ThreadMXBean;
import io.github.jcompose.loader.ComposeLoader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Loads a generated file again and again in one process, and tells the best and the median, in milliseconds: of the
 * clock, and of the processor time of the loading thread, which suffers less from what else the machine does; and what a
 * load allocates. To compare two versions, run them in turns and look at the best.
 */
public final class WarmLoad {
    private WarmLoad() {}

    /** Measures: the number of services, and of loads after as many to warm up, are the arguments. */
    public static void main(String[] args) throws IOException {
        int services = Integer.parseInt(args[0]);
        int loads = Integer.parseInt(args[1]);
        Path file = Files.createTempFile("generated", ".yaml");
        try {
            Files.writeString(file, ComposeFileGenerator.composeFile(services));
            ComposeLoader loader =
                    ComposeLoader.builder().files(List.of(file.toString())).build();
            ThreadMXBean threads = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);
            double[] clock = new double[loads];
            double[] processor = new double[loads];
            long allocated = 0;
            for (int i = -loads; i < loads; i++) {
                long start = System.nanoTime();
                long used = threads.getCurrentThreadCpuTime();
                long before = threads.getCurrentThreadAllocatedBytes();
                loader.load();
                allocated = threads.getCurrentThreadAllocatedBytes() - before;
                if (i >= 0) {
                    clock[i] = (System.nanoTime() - start) / 1e6;
                    processor[i] = (threads.getCurrentThreadCpuTime() - used) / 1e6;
                }
            }
            System.out.printf(
                    Locale.ROOT,
                    "%d services: clock %s, processor %s, %.1f MB allocated%n",
                    services,
                    told(clock),
                    told(processor),
                    allocated / 1e6);
        } finally {
            Files.delete(file);
        }
    }

    private static String told(double[] times) {
        Arrays.sort(times);
        return String.format(Locale.ROOT, "best %.1f ms, median %.1f ms", times[0], times[times.length / 2]);
    }
}
