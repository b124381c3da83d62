package io.github.jcompose.cli.args;

import java.util.ArrayList;
import java.util.List;

/**
 * A flag of a command.
 *
 * @param name the long name, without dashes
 * @param letter the short name; 0 for none
 * @param kind what it takes
 * @param value what help calls the value; empty for a switch
 * @param help what it does, in one line; the values it can take, if they are few, stand there in quotes
 * @param hidden whether help leaves it out: old names, and flags without effect
 */
public record Flag(String name, char letter, Kind kind, String value, String help, boolean hidden) {
    /** What a flag takes. */
    public enum Kind {
        /** Nothing, or {@code =true} and {@code =false}. */
        SWITCH,
        TEXT,
        NUMBER,
        /** A text each time; it may be given several times. */
        LIST
    }

    /** {@return a flag that is there or not} */
    public static Flag ofSwitch(String name, String help) {
        return new Flag(name, (char) 0, Kind.SWITCH, "", help, false);
    }

    /** {@return a flag with a text} */
    public static Flag ofText(String name, String value, String help) {
        return new Flag(name, (char) 0, Kind.TEXT, value, help, false);
    }

    /** {@return a flag with a whole number} */
    public static Flag ofNumber(String name, String value, String help) {
        return new Flag(name, (char) 0, Kind.NUMBER, value, help, false);
    }

    /** {@return a flag with a text that may be given several times} */
    public static Flag ofList(String name, String value, String help) {
        return new Flag(name, (char) 0, Kind.LIST, value, help, false);
    }

    /** {@return this flag, with a short name too} */
    public Flag orLetter(char shortName) {
        return new Flag(name, shortName, kind, value, help, hidden);
    }

    /** {@return this flag, left out of help} */
    public Flag hide() {
        return new Flag(name, letter, kind, value, help, true);
    }

    /** {@return the values it can take; empty if they are many} */
    public List<String> choices() {
        List<String> choices = new ArrayList<>();
        int open = help.indexOf('"');
        while (open >= 0) {
            int close = help.indexOf('"', open + 1);
            choices.add(help.substring(open + 1, close));
            open = help.indexOf('"', close + 1);
        }
        return choices;
    }

    /** {@return the flag as messages show it: {@code -t, --timeout}} */
    String shown() {
        return letter == 0 ? "--" + name : "-" + letter + ", --" + name;
    }
}
