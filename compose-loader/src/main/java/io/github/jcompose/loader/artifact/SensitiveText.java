package io.github.jcompose.loader.artifact;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what looks like keys and passwords, without ever telling them. */
final class SensitiveText {
    private static final Map<String, Pattern> FORMS = new LinkedHashMap<>();

    static {
        form("AWS access key id", "\\b(?:AKIA|ASIA|ABIA|ACCA|A3T[A-Z0-9])[A-Z0-9]{16}\\b");
        form("AWS secret key", "(?i)aws.{0,40}?[^A-Za-z0-9/+]([A-Za-z0-9/+]{40})(?![A-Za-z0-9/+=])");
        form("GitHub token", "\\b(?:gh[pousr]_[A-Za-z0-9]{30,}|github_pat_[A-Za-z0-9_]{22,})");
        form("GitLab token", "\\bglpat-[A-Za-z0-9_-]{20,}");
        form("npm token", "\\bnpm_[A-Za-z0-9]{36}\\b");
        form("JSON Web Token", "\\beyJ[A-Za-z0-9_-]{8,}\\.eyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{10,}");
        form("private key", "-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY-----");
        form("Slack token", "\\bxox[abeoprs]-[A-Za-z0-9-]{10,}|hooks\\.slack\\.com/services/T[A-Za-z0-9/]+");
        form("Stripe key", "\\b[rs]k_live_[A-Za-z0-9]{16,}");
        form("Google API key", "\\bAIza[A-Za-z0-9_-]{35}");
        form("Azure storage key", "AccountKey=[A-Za-z0-9+/]{60,}={0,2}");
        form("password in an address", "\\b[a-z][a-z0-9+.-]*://[^\\s/:@\"'$]+:[^\\s/@\"'$]+@");
    }

    private SensitiveText() {}

    private static void form(String name, String pattern) {
        FORMS.put(name, Pattern.compile(pattern));
    }

    /**
     * {@return what was found, line by line}
     *
     * @param file what it is called
     */
    static List<String> in(String file, String text) {
        List<String> found = new ArrayList<>();
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            for (Map.Entry<String, Pattern> form : FORMS.entrySet()) {
                Matcher matcher = form.getValue().matcher(lines[i]);
                if (matcher.find()) {
                    found.add(file + ":" + (i + 1) + ": looks like: " + form.getKey());
                }
            }
        }
        return found;
    }

    /** {@return whether a variable of that name usually holds a secret itself, not where it is} */
    static boolean isSecret(String variable) {
        String name = variable.toUpperCase(Locale.ROOT);
        boolean place = name.endsWith("_FILE") || name.endsWith("_PATH") || name.endsWith("_URL");
        return !place
                && (name.contains("PASSWORD")
                        || name.contains("PASSWD")
                        || name.contains("PASSPHRASE")
                        || name.contains("SECRET")
                        || name.contains("TOKEN")
                        || name.contains("CREDENTIAL")
                        || name.contains("APIKEY")
                        || name.endsWith("_PASS")
                        || name.endsWith("_PWD")
                        || name.endsWith("_KEY"));
    }
}
