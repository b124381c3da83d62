package io.github.jcompose.loader.remote;

/**
 * A login at a registry.
 *
 * @param user the name of the user
 * @param password the password, or an access token in its place
 */
public record Credentials(String user, String password) {
    @Override
    public String toString() {
        return "Credentials[user=" + user + "]";
    }
}
