package io.github.jcompose.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import io.github.jcompose.loader.ComposeLoader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Loads a generated file again and again in one process, and tells each time in milliseconds: of the clock, and of the
 * processor time of all threads of the process; in the end, the peak of the process's memory. To compare two versions, run them in turns and look at the best.
 */
public final class WarmLoad {
    private WarmLoad() {}

    /** Measures: the number of services, and of loads after as many to warm up, are the arguments. */
    public static void main(String[] args) throws IOException {
        int services = Integer.parseInt(args[0]);
        int loads = Integer.parseInt(args[1]);
        String id = "load.warm." + services;
        Path file = Files.createTempFile("generated", ".yaml");
        try {
            Files.writeString(file, ComposeFileGenerator.composeFile(services));
            ComposeLoader loader =
                    ComposeLoader.builder().files(List.of(file.toString())).build();
            OperatingSystemMXBean process = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
            for (int i = -loads; i < loads; i++) {
                long start = System.nanoTime();
                long used = process.getProcessCpuTime();
                loader.load();
                if (i >= 0) {
                    Sample.print(id + ".clock", (System.nanoTime() - start) / 1e6);
                    Sample.print(id + ".processor", (process.getProcessCpuTime() - used) / 1e6);
                }
            }
            Sample.print(id + ".memory", peakMegabytes());
        } finally {
            Files.delete(file);
        }
    }

    /** {@return the peak of the memory that the kernel gave to this process} */
    private static double peakMegabytes() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }
}
