package io.github.jcompose.loader;

import io.github.jcompose.loader.dotenv.DotEnv;
import io.github.jcompose.loader.dotenv.DotEnvException;
import io.github.jcompose.loader.resolve.PathResolver;
import io.github.jcompose.loader.syntax.MountSyntax;
import io.github.jcompose.loader.syntax.PortSyntax;
import io.github.jcompose.loader.syntax.ShellWords;
import io.github.jcompose.model.BindOptions;
import io.github.jcompose.model.ComposeException;
import io.github.jcompose.model.Mount;
import io.github.jcompose.model.Port;
import io.github.jcompose.model.VolumeOptions;
import io.github.jcompose.model.failure.IoReason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the short texts of compose files stand for, where they come from elsewhere, such as a command line. Each method
 * throws a {@link ComposeException} that says what is wrong with a text.
 */
public final class ShortSyntax {
    private ShortSyntax() {}

    /**
     * {@return the mount that {@code [SOURCE:]TARGET[:OPTIONS]} stands for}
     *
     * @param directory where relative sources start
     * @param environment for the home folder, which {@code ~} stands for
     */
    public static Mount mount(String text, Path directory, Map<String, String> environment) {
        MountSyntax mount = valid(() -> MountSyntax.parse(text));
        boolean bind = Mount.BIND.equals(mount.type());
        String source = mount.source();
        if (bind && source != null) {
            source = new PathResolver(directory.toAbsolutePath().normalize().toString(), environment).resolve(source);
        }
        MountSyntax.Bind bindOptions = mount.bind();
        MountSyntax.Volume volumeOptions = mount.volume();
        return Mount.builder()
                .type(mount.type())
                .source(source)
                .target(mount.target())
                .readOnly(mount.readOnly())
                .bind(bindOptions == null ? null : options(bindOptions))
                .volume(
                        volumeOptions == null
                                ? null
                                : VolumeOptions.builder()
                                        .nocopy(volumeOptions.nocopy())
                                        .build())
                .build();
    }

    private static BindOptions options(MountSyntax.Bind bind) {
        return BindOptions.builder()
                .selinux(bind.selinux())
                .propagation(bind.propagation())
                .build();
    }

    /** {@return the ports that {@code [[IP:]HOST:]CONTAINER[/PROTOCOL]} stands for, several for a range} */
    public static List<Port> ports(String text) {
        return valid(() -> PortSyntax.parse(text)).stream()
                .map(port -> Port.builder()
                        .mode("ingress")
                        .hostIp(port.hostIp())
                        .target(port.target())
                        .published(port.published())
                        .protocol(port.protocol())
                        .build())
                .toList();
    }

    /** {@return the words of a command line, as a shell would split it} */
    public static List<String> words(String text) {
        return valid(() -> ShellWords.parse(text)).words();
    }

    /**
     * {@return the variables of a file of {@code NAME=value} lines, in their order}
     *
     * @param lookup gives the values of variables that the file refers to; null for one that is not set
     */
    public static Map<String, @Nullable String> envFile(Path file, Function<String, @Nullable String> lookup) {
        String text;
        try {
            text = Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            String why = Files.exists(file) ? "cannot read " + file + ": " + IoReason.of(e) : "no such file: " + file;
            throw new ComposeException(why, e);
        }
        try {
            return DotEnv.parse(text, lookup, (variable, line) -> {});
        } catch (DotEnvException e) {
            throw new ComposeException(file + ":" + e.line() + ":" + e.column() + ": " + e.getMessage(), e);
        }
    }

    private static <T> T valid(Supplier<T> parse) {
        try {
            return parse.get();
        } catch (IllegalArgumentException e) {
            throw new ComposeException(String.valueOf(e.getMessage()), e);
        }
    }
}
