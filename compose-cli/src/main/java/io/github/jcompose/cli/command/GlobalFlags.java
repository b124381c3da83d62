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
    public static final Flag CONFIG =
            Flag.ofText("config", "DIR", "Where the settings of docker are (default: $DOCKER_CONFIG or ~/.docker)");
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
    public static final Flag INSECURE_REGISTRY = Flag.ofList(
                    "insecure-registry", "HOST", "Registry to read compose files from without TLS")
            .hide();
    public static final Flag LOG_LEVEL = Flag.ofText(
                    "log-level",
                    "LEVEL",
                    "Which messages to show (\"debug\", \"info\", \"warn\", \"error\", \"fatal\")")
            .orLetter('l');
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
    public static final Flag TLS = Flag.ofSwitch("tls", "Speak TLS with the engine");
    public static final Flag TLS_CA =
            Flag.ofText("tlscacert", "FILE", "Certificates to trust (default: ca.pem among the settings)");
    public static final Flag TLS_CERTIFICATE =
            Flag.ofText("tlscert", "FILE", "Certificate to show (default: cert.pem among the settings)");
    public static final Flag TLS_KEY =
            Flag.ofText("tlskey", "FILE", "Key of that certificate (default: key.pem among the settings)");
    public static final Flag TLS_VERIFY = Flag.ofSwitch("tlsverify", "Speak TLS with the engine, and check who it is");
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
                    CONFIG,
                    CONTEXT,
                    DEBUG,
                    DRY_RUN,
                    ENV_FILE,
                    FILE,
                    HELP,
                    HOST,
                    INSECURE_REGISTRY,
                    LOG_LEVEL,
                    NO_ANSI,
                    PARALLEL,
                    PROFILE,
                    PROGRESS,
                    PROJECT_DIRECTORY,
                    PROJECT_NAME,
                    TLS,
                    TLS_CA,
                    TLS_CERTIFICATE,
                    TLS_KEY,
                    TLS_VERIFY,
                    VERBOSE,
                    VERSION,
                    WORKDIR)
            .beforeArguments();

    private GlobalFlags() {}
}
