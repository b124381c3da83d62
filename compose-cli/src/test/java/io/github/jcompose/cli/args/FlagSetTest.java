package io.github.jcompose.cli.args;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FlagSetTest {
    private static final Flag DETACH = Flag.ofSwitch("detach", "").orLetter('d');
    private static final Flag RENEW = Flag.ofSwitch("renew", "").orLetter('V');
    private static final Flag TIMEOUT = Flag.ofNumber("timeout", "SECONDS", "").orLetter('t');
    private static final Flag FILE = Flag.ofList("file", "FILE", "").orLetter('f');
    private static final Flag OLD = Flag.ofSwitch("detack", "").hide();
    private static final FlagSet FLAGS = FlagSet.of(DETACH, RENEW, TIMEOUT, FILE, OLD);

    @ParameterizedTest
    @ValueSource(strings = {"--timeout 5", "--timeout=5", "-t 5", "-t5", "-t=5", "-dt5", "-dt 5"})
    void takesAValueInEveryWayItIsWritten(String line) {
        assertThat(parse(line).number(TIMEOUT)).isEqualTo(5);
    }

    @Test
    void takesSeveralLettersInOneWord() {
        Arguments arguments = parse("-dV");

        assertThat(arguments.is(DETACH)).isTrue();
        assertThat(arguments.is(RENEW)).isTrue();
    }

    @Test
    void turnsASwitchOffAgain() {
        assertThat(parse("-d --detach=false").is(DETACH)).isFalse();
        assertThat(parse("--detach=false").given(DETACH)).isTrue();
        assertThat(parse("").given(DETACH)).isFalse();
    }

    @Test
    void keepsTheOrderOfListsAndDoesNotSplitThem() {
        assertThat(parse("-f a,b --file c").list(FILE)).containsExactly("a,b", "c");
    }

    @Test
    void takesFlagsBetweenArguments() {
        Arguments arguments = parse("web -d db");

        assertThat(arguments.rest()).containsExactly("web", "db");
        assertThat(arguments.is(DETACH)).isTrue();
    }

    @Test
    void leavesFlagsBehindTheFirstArgumentToTheCommand() {
        Arguments arguments = FLAGS.beforeArguments().parse(List.of("-f", "a", "up", "-d"));

        assertThat(arguments.rest()).containsExactly("up", "-d");
        assertThat(arguments.is(DETACH)).isFalse();
    }

    @Test
    void endsFlagsAtTwoDashes() {
        assertThat(parse("-- -d").rest()).containsExactly("-d");
        assertThat(parse("-").rest()).containsExactly("-");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--detatch | unknown flag: --detatch; did you mean --detach?",
                "--xyz | unknown flag: --xyz",
                "-x | unknown shorthand flag: 'x' in -x",
                "-dx | unknown shorthand flag: 'x' in -dx",
                "--timeout | flag needs an argument: --timeout",
                "-t | flag needs an argument: -t",
                "-t soon | invalid argument \"soon\" for \"-t, --timeout\" flag: expected a whole number",
                "--detach=maybe | invalid argument \"maybe\" for \"-d, --detach\" flag: expected true or false",
            })
    void saysWhatIsWrong(String line, String message) {
        assertThatThrownBy(() -> parse(line)).isInstanceOf(UsageException.class).hasMessage(message);
    }

    private static Arguments parse(String line) {
        return FLAGS.parse(line.isEmpty() ? List.of() : List.of(line.split(" ")));
    }
}
