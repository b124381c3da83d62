package io.github.jcompose.cli.command;

import io.github.jcompose.cli.args.Flag;
import io.github.jcompose.cli.args.FlagSet;

/** The flags that stand before the command. */
public final class GlobalFlags {
    public static final Flag ALL_RESOURCES =
            Flag.ofSwitch("all-resources", "Keep networks, volumes and the like that no service uses");
    public static final Flag ANSI =
            Flag.ofText("ansi", "WHEN", "When to use colours and redraw (\"never\"|\"always\"|\"auto\")");
    public static final Flag COMPATIBILITY =
            Flag.ofSwitch("compatibility", "Separate the parts of container names by underscores");
    public static final Flag CONTEXT =
            Flag.ofText("context", "NAME", "Name of the docker context to use").orLetter('c');
    public static final Flag DEBUG =
            Flag.ofSwitch("debug", "Show where an error came from").orLetter('D');
    public static final Flag DRY_RUN = Flag.ofSwitch("dry-run", "Show what would be done, and do nothing");
    public static final Flag ENV_FILE = Flag.ofList("env-file", "FILE", "Variables to read in place of .env");
    public static final Flag FILE =
            Flag.ofList("file", "FILE", "Compose configuration files").orLetter('f');
    public static final Flag HELP = Flag.ofSwitch("help", "Show this help").orLetter('h');
    public static final Flag HOST =
            Flag.ofText("host", "ADDRESS", "Address of the engine").orLetter('H');
    public static final Flag NO_ANSI =
            Flag.ofSwitch("no-ansi", "The same as --ansi never").hide();
    public static final Flag PARALLEL =
            Flag.ofNumber("parallel", "NUM", "How many operations run at once, -1 for as many as there are");
    public static final Flag PROFILE = Flag.ofList("profile", "NAME", "Profiles to enable");
    public static final Flag PROGRESS =
            Flag.ofText("progress", "TYPE", "How to show progress (\"auto\", \"tty\", \"plain\", \"json\", \"quiet\")");
    public static final Flag PROJECT_DIRECTORY = Flag.ofText(
            "project-directory", "DIR", "Where relative paths start (default: directory of the first file)");
    public static final Flag PROJECT_NAME =
            Flag.ofText("project-name", "NAME", "Project name").orLetter('p');
    public static final Flag VERBOSE =
            Flag.ofSwitch("verbose", "The same as --debug").hide();
    public static final Flag VERSION =
            Flag.ofSwitch("version", "Show the version").orLetter('v');
    public static final Flag WORKDIR =
            Flag.ofText("workdir", "DIR", "The same as --project-directory").hide();

    /** All of them. */
    public static final FlagSet ALL = FlagSet.of(
                    ALL_RESOURCES,
                    ANSI,
                    COMPATIBILITY,
                    CONTEXT,
                    DEBUG,
                    DRY_RUN,
                    ENV_FILE,
                    FILE,
                    HELP,
                    HOST,
                    NO_ANSI,
                    PARALLEL,
                    PROFILE,
                    PROGRESS,
                    PROJECT_DIRECTORY,
                    PROJECT_NAME,
                    VERBOSE,
                    VERSION,
                    WORKDIR)
            .beforeArguments();

    private GlobalFlags() {}
}
