package io.github.jcompose.runtime;

/**
 * A login at a registry, given by a program.
 *
 * @param user the name of the user
 * @param password the password, or an access token in its place
 */
public record RegistryLogin(String user, String password) {
    @Override
    public String toString() {
        return "RegistryLogin[user=" + user + "]";
    }
}
