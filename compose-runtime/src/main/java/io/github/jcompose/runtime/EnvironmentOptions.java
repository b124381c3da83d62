package io.github.jcompose.runtime;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How {@link Compose#open} brings up a project and takes it down. {@link #isolated()} is for tests: it lets any number
 * of copies of one project run at once, and leaves nothing behind. {@link #builder()} leaves the project as it is, for
 * the environment that the user of a terminal would see.
 *
 * @param randomName give the project a name that nothing else has
 * @param randomPorts leave host ports to the engine, whatever the project says
 * @param fixedNames what becomes of {@code container_name} and of networks and volumes with names of their own, of fixed
 *     addresses too
 * @param cleanUp take it down when the JVM ends without closing it; if the JVM is killed, the next one to open an
 *     environment on the same engine with this option does it
 * @param reuse find the environment of the same project again, and leave it running at the end; the name of the project
 *     is made of what is in it then, and {@code cleanUp} is off
 * @param removeVolumes remove named volumes too at the end
 * @param closeTimeout how long a container may take to stop at the end before it is killed; null: its
 *     {@code stop_grace_period}
 * @param host the name of the machine on which published ports are reached; null to find it out
 * @param up how to bring it up
 * @param waits what must hold before it counts as up, besides {@link UpOptions#awaitHealthy()}
 * @param timeout for how long all of that may take
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false, addClassRetainedGenerated = true)
public record EnvironmentOptions(
        boolean randomName,
        boolean randomPorts,
        FixedNames fixedNames,
        boolean cleanUp,
        boolean reuse,
        boolean removeVolumes,
        @Nullable Duration closeTimeout,
        @Nullable String host,
        UpOptions up,
        List<WaitFor> waits,
        Duration timeout) {

    private static final Duration TWO_MINUTES = Duration.ofMinutes(2);

    public EnvironmentOptions {
        fixedNames = fixedNames == null ? FixedNames.KEEP : fixedNames;
        up = up == null ? UpOptions.builder().awaitHealthy(true).build() : up;
        waits = Defaults.list(waits);
        timeout = timeout == null ? TWO_MINUTES : timeout;
    }

    /** {@return a builder with the defaults: the project as it is, healthy within two minutes} */
    public static EnvironmentOptionsBuilder builder() {
        return EnvironmentOptionsBuilder.builder();
    }

    /** {@return a builder for an environment of its own, of which nothing is left in the end} */
    public static EnvironmentOptionsBuilder isolated() {
        return builder()
                .randomName(true)
                .randomPorts(true)
                .fixedNames(FixedNames.REPLACE)
                .cleanUp(true)
                .removeVolumes(true)
                .closeTimeout(Duration.ZERO);
    }

    /** {@return a builder that starts from this one} */
    public EnvironmentOptionsBuilder toBuilder() {
        return EnvironmentOptionsBuilder.builder(this);
    }
}
