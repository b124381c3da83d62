package io.github.jcompose.cli.text;

import java.time.Duration;

/** Tells durations as a person would. */
public final class Ages {
    private static final int HOURS_OF_WEEK = 24 * 7;
    private static final int HOURS_OF_MONTH = 24 * 30;
    private static final int HOURS_OF_YEAR = 24 * 365;

    private Ages() {}

    /** {@return the duration in words, such as {@code About a minute} or {@code 3 weeks}} */
    public static String of(Duration age) {
        long seconds = age.toSeconds();
        long minutes = age.toMinutes();
        long hours = Math.round(age.toSeconds() / 3600.0);
        if (seconds < 1) {
            return "Less than a second";
        }
        if (seconds < 60) {
            return seconds == 1 ? "1 second" : seconds + " seconds";
        }
        if (minutes < 60) {
            return minutes == 1 ? "About a minute" : minutes + " minutes";
        }
        return hours == 1 ? "About an hour" : ofHours(hours);
    }

    private static String ofHours(long hours) {
        if (hours < 48) {
            return hours + " hours";
        }
        if (hours < 2 * HOURS_OF_WEEK) {
            return hours / 24 + " days";
        }
        if (hours < 2 * HOURS_OF_MONTH) {
            return hours / HOURS_OF_WEEK + " weeks";
        }
        return hours < 2 * HOURS_OF_YEAR ? hours / HOURS_OF_MONTH + " months" : hours / HOURS_OF_YEAR + " years";
    }
}
