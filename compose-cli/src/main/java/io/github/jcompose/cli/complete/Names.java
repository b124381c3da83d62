package io.github.jcompose.cli.complete;

import java.util.List;

/** The names that the files and the engine know. Each is empty where they cannot be found out. */
public interface Names {
    /** {@return the services of the project, also of profiles that are not enabled} */
    List<String> services();

    /** {@return the profiles that services of the project have} */
    List<String> profiles();

    /** {@return the projects that the engine has containers of} */
    List<String> projects();

    /** {@return the docker contexts} */
    List<String> contexts();
}
