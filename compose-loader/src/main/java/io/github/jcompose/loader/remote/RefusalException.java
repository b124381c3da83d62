package io.github.jcompose.loader.remote;

import io.github.jcompose.model.json.Json;
import java.util.List;
import java.util.Map;

/** Thrown when a registry does not do what it was asked for, for another reason than a lack of permission. */
final class RefusalException extends RemoteException {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 300;
    private final int status;

    /**
     * @param plain whether it was asked without TLS
     */
    RefusalException(String registry, int status, byte[] body, boolean plain) {
        super(registry + " answered with status " + status + said(body) + hint(registry, status, plain));
        this.status = status;
    }

    /** {@return the status of the answer} */
    int status() {
        return status;
    }

    /** {@return the first error of the answer (OCI distribution specification, "Error Codes")} */
    private static String said(byte[] body) {
        try {
            if (Json.parse(body) instanceof Map<?, ?> answer
                    && answer.get("errors") instanceof List<?> errors
                    && !errors.isEmpty()
                    && errors.get(0) instanceof Map<?, ?> error) {
                String text = error.get("code") + ": " + error.get("message");
                return ": " + (text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text);
            }
        } catch (IllegalArgumentException e) {
            // It is no JSON; the status says enough.
            return "";
        }
        return "";
    }

    private static String hint(String registry, int status, boolean plain) {
        if (status == 429) {
            return "; it limits how much one may ask, so try again later, or log in";
        }
        return status == 400 && plain
                ? "; if it speaks TLS, put its authority into /etc/docker/certs.d/" + registry + "/ca.crt"
                : "";
    }
}
