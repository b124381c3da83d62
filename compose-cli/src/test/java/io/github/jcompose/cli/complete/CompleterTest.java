package io.github.jcompose.cli.complete;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jcompose.cli.args.Flag;
import io.github.jcompose.cli.args.FlagSet;
import io.github.jcompose.cli.complete.Completer.Shape;
import io.github.jcompose.cli.complete.Completion.Directive;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompleterTest {
    private static final FlagSet GLOBAL = FlagSet.of(
                    Flag.ofList("file", "FILE", "Files").orLetter('f'),
                    Flag.ofText("project-name", "NAME", "Name").orLetter('p'),
                    Flag.ofText("project-directory", "DIR", "Directory"),
                    Flag.ofList("profile", "NAME", "Profiles"),
                    Flag.ofText("context", "NAME", "Context").orLetter('c'),
                    Flag.ofText("progress", "TYPE", "How (\"tty\", \"plain\")"))
            .beforeArguments();
    private static final FlagSet UP = FlagSet.of(
            Flag.ofSwitch("detach", "In the background").orLetter('d'),
            Flag.ofSwitch("menu", "Nothing").hide(),
            Flag.ofList("scale", "SERVICE=NUM", "How many"),
            Flag.ofText("exit-code-from", "SERVICE", "Whose code"),
            Flag.ofNumber("timeout", "SECONDS", "How long").orLetter('t'));
    private static final Map<String, Shape> SHAPES = Map.of(
            "up", new Shape("[SERVICE...]", UP),
            "exec", new Shape("SERVICE COMMAND [ARG...]", UP.beforeArguments()),
            "scale", new Shape("SERVICE=NUM...", FlagSet.of()),
            "cp", new Shape("SERVICE:PATH PATH", FlagSet.of()),
            "completion", new Shape("bash|zsh", FlagSet.of()),
            "ls", new Shape("", FlagSet.of()));

    private final Completer completer =
            new Completer(GLOBAL, List.of("cp\tCopy", "ls\tList", "up\tStart"), SHAPES::get, new FixedNames());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "'' | cp,ls,up",
                "u | up",
                "x | -",
                "--pro | --project-name,--project-directory,--profile,--progress",
                "--progress, | tty,plain",
                "--progress,p | plain",
                "--progress=p | --progress=plain",
                "-p, | shop,blog",
                "-p,s | shop",
                "--profile, | debug",
                "-c, | default,far",
                "-p,shop,u | up",
                "help,l | ls",
                "up, | web,db",
                "up,w | web",
                "up,web, | db",
                "up,-d,w | web",
                "up,-- | --detach,--scale,--exit-code-from,--timeout",
                "up,-t,5,w | web",
                "up,-dt,5,w | web",
                "up,--timeout,w | -",
                "up,--exit-code-from,d | db",
                "up,--exit-code-from=d | --exit-code-from=db",
                "up,--,-d | -",
                "up,--nothing,w | web",
                "exec, | web,db",
                "exec,-d,w | web",
                "exec,web,-d | -",
                "completion,z | zsh",
                "completion,zsh, | -",
                "ls, | -",
                "nothing, | -"
            })
    void offersWhatMayComeNext(String words, String expected) {
        Completion completion = complete(words.split(",", -1));
        List<String> values = completion.candidates().stream()
                .map(candidate -> candidate.replaceFirst("\t.*", ""))
                .toList();
        assertThat(values).isEqualTo(expected == null ? List.of() : List.of(expected.split(",")));
    }

    @Test
    void leavesFilesToTheShell() {
        assertThat(complete("-f", "").directive()).isEqualTo(Directive.FILES);
        assertThat(complete("--project-directory", "").directive()).isEqualTo(Directive.DIRECTORIES);
        assertThat(complete("cp", "web:/a", "").directive()).isEqualTo(Directive.FILES);
        assertThat(complete("exec", "web", "").directive()).isEqualTo(Directive.FILES);
        assertThat(complete("up", "").directive()).isEqualTo(Directive.NO_FILES);
    }

    @Test
    void goesOnWithoutASpaceBehindAnEqualsSign() {
        Completion scale = complete("scale", "w");
        assertThat(scale.candidates()).containsExactly("web=");
        assertThat(scale.directive()).isEqualTo(Directive.NO_SPACE);
        assertThat(complete("up", "--scale", "d").candidates()).containsExactly("db=");
    }

    private Completion complete(String... words) {
        return completer.complete(Arrays.asList(words));
    }

    private static final class FixedNames implements Names {
        @Override
        public List<String> services() {
            return List.of("web", "db");
        }

        @Override
        public List<String> profiles() {
            return List.of("debug");
        }

        @Override
        public List<String> projects() {
            return List.of("shop", "blog");
        }

        @Override
        public List<String> contexts() {
            return List.of("default", "far");
        }
    }
}
