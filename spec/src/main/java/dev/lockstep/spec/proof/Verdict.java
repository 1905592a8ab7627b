package dev.lockstep.spec.proof;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What came of an obligation.
 *
 * @param findings what is wrong; nothing if it is proved
 * @param needs the invariants, by id, that the proof cannot do without; {@code inv-flight@new-ack} is one that holds when a call
 *     of the hook new-ack returns
 */
record Verdict(List<Finding> findings, Set<String> needs) {

    Verdict {
        findings = List.copyOf(findings);
        needs = new TreeSet<>(needs);
    }

    /** Is it proved, but perhaps for warnings? */
    boolean holds() {
        return findings.stream().allMatch(finding -> finding.kind() == Finding.Kind.NEVER);
    }
}
