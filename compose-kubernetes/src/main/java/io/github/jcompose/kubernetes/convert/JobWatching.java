package io.github.jcompose.kubernetes.convert;

import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.fabric8.kubernetes.api.model.rbac.RoleRef;
import io.fabric8.kubernetes.api.model.rbac.Subject;
import io.github.jcompose.kubernetes.manifest.ObjectName;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The right to see jobs, for pods that wait for the end of one. */
final class JobWatching {
    /** The name of the account, the role and the binding. */
    static final ObjectName NAME = new ObjectName("job-watcher");

    private JobWatching() {}

    /**
     * Adds what lets these accounts watch jobs.
     *
     * @param accounts the service accounts; that of this class is made
     */
    static void add(Conversion conversion, Set<String> accounts) {
        if (accounts.contains(NAME.value())) {
            ServiceAccount account = new ServiceAccount();
            account.setMetadata(conversion.metadata(NAME));
            conversion.add(account, null);
        }
        PolicyRule rule = new PolicyRule();
        rule.setApiGroups(List.of("batch"));
        rule.setResources(List.of("jobs"));
        rule.setVerbs(List.of("get", "list", "watch"));
        Role role = new Role();
        role.setMetadata(conversion.metadata(NAME));
        role.setRules(List.of(rule));
        conversion.add(role, null);
        RoleBinding binding = new RoleBinding();
        binding.setMetadata(conversion.metadata(NAME));
        binding.setRoleRef(new RoleRef("rbac.authorization.k8s.io", "Role", NAME.value()));
        List<Subject> subjects = new ArrayList<>();
        for (String account : accounts) {
            subjects.add(new Subject(
                    null, "ServiceAccount", account, conversion.settings().namespace()));
        }
        binding.setSubjects(subjects);
        conversion.add(binding, null);
    }
}
