package dev.lockstep.harness.run;

import java.util.Arrays;
import java.util.List;

/** The ids of the rows of the generated stack, by protocol and in the order in which the stack's logs count them. */
final class Rows {

    static final List<String> TCP = Arrays.stream(dev.lockstep.stack.tcp.table.Row.values())
            .map(dev.lockstep.stack.tcp.table.Row::id)
            .toList();

    static final List<String> IP = Arrays.stream(dev.lockstep.stack.ip.table.Row.values())
            .map(dev.lockstep.stack.ip.table.Row::id)
            .toList();

    static final List<String> ICMP = Arrays.stream(dev.lockstep.stack.icmp.table.Row.values())
            .map(dev.lockstep.stack.icmp.table.Row::id)
            .toList();

    private Rows() {}
}
