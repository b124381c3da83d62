package io.github.jcompose.kubernetes.convert;

/** What runs the pods of a service. */
enum WorkloadKind {
    DEPLOYMENT("Deployment"),
    STATEFUL_SET("StatefulSet"),
    DAEMON_SET("DaemonSet"),
    JOB("Job");

    private final String kind;

    WorkloadKind(String kind) {
        this.kind = kind;
    }

    /** {@return the kind of the object} */
    String kind() {
        return kind;
    }

    static WorkloadKind of(String kind) {
        for (WorkloadKind value : values()) {
            if (value.kind.equals(kind)) {
                return value;
            }
        }
        throw new IllegalArgumentException(kind);
    }
}
