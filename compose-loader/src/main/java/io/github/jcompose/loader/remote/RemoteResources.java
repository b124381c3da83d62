package io.github.jcompose.loader.remote;

/**
 * Where compose files come from that are not on this machine. A loader asks it for each file that the user, an
 * {@code include} or an {@code extends} names, before it looks for a local one.
 *
 * <p>May be shared by loaders; implementations are safe for use by several threads.
 */
public interface RemoteResources {
    /** {@return whether the reference is one of this kind; never asks a network} */
    boolean accepts(String reference);

    /**
     * {@return the file on this machine, fetched unless it has been before}
     *
     * @param reference one that {@link #accepts} is true for
     * @throws RemoteException if it cannot be had; the message says why
     */
    RemoteFile fetch(String reference);

    /** {@return what accepts nothing} */
    static RemoteResources none() {
        return new RemoteResources() {
            @Override
            public boolean accepts(String reference) {
                return false;
            }

            @Override
            public RemoteFile fetch(String reference) {
                throw new RemoteException("remote files are off");
            }
        };
    }

    /** {@return the reference as it may be shown, without a password} */
    static String shown(String reference) {
        return GitReference.withoutPassword(reference);
    }

    /** {@return whether this looks like a git repository or a registry's artifact, whoever may fetch it} */
    static boolean isRemote(String reference) {
        return OciReference.accepts(reference) || GitReference.accepts(reference, false);
    }
}
