package io.github.jcompose.loader.remote;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a git URL of a compose file says: {@code https://host/a.git#ref:folder},
 * {@code https://host/a.git?branch=b&subdir=folder}, {@code ssh://…}, {@code git://…}, {@code git@host:path},
 * {@code github.com/…}.
 *
 * @param url the repository, for git
 * @param ref a branch, tag or commit; {@code HEAD} if none is given
 * @param path the file or folder in the repository; empty for its root
 * @param checksum the start of the commit that the ref must stand for; null if any will do
 */
record GitReference(
        String url, String ref, String path, @Nullable String checksum) {
    private static final Set<String> KNOWN = Set.of(
            "ref",
            "tag",
            "branch",
            "subdir",
            "checksum",
            "commit",
            "keep-git-dir",
            "submodules",
            "mtime",
            "fetch-by-commit");

    /** Compiled only where a reference looks like one to git: each file is asked whether it is one. */
    private static final class Patterns {
        static final Pattern SCP = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*@[A-Za-z0-9][A-Za-z0-9.-]*:(?!//)[^-].*");
        static final Pattern WEB = Pattern.compile("https?://[^?#]*\\.git(?:[?#].*)?");
        static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");
        static final Pattern CHECKSUM = Pattern.compile("[0-9a-f]{7,64}");
        static final Pattern PASSWORD = Pattern.compile("(://[^/@:]*):[^/@]*@");
    }

    /** {@return whether the text names a git repository} */
    static boolean accepts(String reference, boolean fileProtocol) {
        return reference.startsWith("github.com/")
                || reference.startsWith("ssh://")
                || reference.startsWith("git://")
                || (fileProtocol && reference.startsWith("file:///"))
                || (reference.startsWith("http")
                        && Patterns.WEB.matcher(reference).matches())
                || (reference.indexOf('@') > 0
                        && Patterns.SCP.matcher(reference).matches());
    }

    /**
     * {@return the reference}
     *
     * @throws RemoteException if it says something that is not understood, or not allowed
     */
    static GitReference parse(String reference) {
        int hash = reference.indexOf('#');
        String address = hash < 0 ? reference : reference.substring(0, hash);
        String fragment = hash < 0 ? "" : reference.substring(hash + 1);
        int question = Patterns.SCP.matcher(address).matches() ? -1 : address.indexOf('?');
        Map<String, String> query = query(question < 0 ? "" : address.substring(question + 1));
        String url = question < 0 ? address : address.substring(0, question);
        url = url.startsWith("github.com/") ? "https://" + url : url;
        int colon = fragment.indexOf(':');
        String ref = colon < 0 ? fragment : fragment.substring(0, colon);
        String path = colon < 0 ? "" : fragment.substring(colon + 1);
        ref = either("ref", ref, query.get("ref"));
        ref = either("ref and branch", ref, prefixed("refs/heads/", query.get("branch")));
        ref = either("ref and tag", ref, prefixed("refs/tags/", query.get("tag")));
        path = either("subdir", path, query.get("subdir"));
        String checksum = either("checksum and commit", query.getOrDefault("checksum", ""), query.get("commit"));
        return new GitReference(url, ref.isEmpty() ? "HEAD" : ref, path, checksum.isEmpty() ? null : checksum)
                .checked();
    }

    private static @Nullable String prefixed(String prefix, @Nullable String name) {
        return name == null || name.isEmpty() ? null : prefix + name;
    }

    private static String either(String what, String first, @Nullable String second) {
        if (second == null || second.isEmpty() || second.equals(first)) {
            return first;
        }
        if (!first.isEmpty()) {
            throw new RemoteException("two values for " + what + ": '" + first + "' and '" + second + "'");
        }
        return second;
    }

    private static Map<String, String> query(String text) {
        Map<String, String> query = new LinkedHashMap<>();
        for (String pair : text.split("&")) {
            int equals = pair.indexOf('=');
            String key = equals < 0 ? pair : pair.substring(0, equals);
            if (key.isEmpty()) {
                continue;
            }
            if (!KNOWN.contains(key)) {
                throw new RemoteException("unknown parameter '" + key + "' in a git URL; expected one of "
                        + String.join(", ", KNOWN.stream().sorted().toList()));
            }
            query.put(key, decode(equals < 0 ? "" : pair.substring(equals + 1)));
        }
        if (Set.of("1", "true").contains(query.getOrDefault("submodules", ""))) {
            throw new RemoteException("submodules are not fetched; leave out the parameter 'submodules'");
        }
        return query;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new RemoteException("not decodable in a git URL: '" + text + "'", e);
        }
    }

    /** Refuses what git could take for an option, or what makes no sense. */
    private GitReference checked() {
        boolean control = (url + ref + path).chars().anyMatch(c -> c <= ' ' || c == 0x7f);
        if (control || url.startsWith("-") || host().startsWith("-")) {
            throw new RemoteException("not a URL of a git repository: '" + shown() + "'");
        }
        if (ref.startsWith("-") || ref.contains("..") || ref.contains(":") || ref.contains("^") || ref.contains("*")) {
            throw new RemoteException("not a git ref: '" + ref + "'");
        }
        if (checksum != null && !Patterns.CHECKSUM.matcher(checksum).matches()) {
            throw new RemoteException("not a commit: '" + checksum + "'");
        }
        return this;
    }

    private String host() {
        int start = url.indexOf("://");
        String authority = start < 0 ? "" : url.substring(start + 3).split("/", 2)[0];
        return authority.substring(authority.lastIndexOf('@') + 1);
    }

    /** {@return whether the ref is a full commit id, which no server needs to be asked for} */
    static boolean isCommit(String ref) {
        return Patterns.COMMIT.matcher(ref).matches();
    }

    /** {@return the URL without a password} */
    String shown() {
        return withoutPassword(url);
    }

    static String withoutPassword(String url) {
        return Patterns.PASSWORD.matcher(url).replaceAll("$1@");
    }
}
