package dev.lockstep.harness.run;

import dev.lockstep.stack.tcp.table.Report;

/** A report of ICMP in a line: {@code ICMP 3/4 of SEQ 1234, MTU 1400}. */
final class ReportText {

    private ReportText() {}

    static String of(Report report) {
        String what = "ICMP " + report.type + "/" + report.code + " of SEQ " + Integer.toUnsignedString(report.seq);
        return report.mtu == 0 ? what : what + ", MTU " + report.mtu;
    }
}
