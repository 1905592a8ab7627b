package dev.lockstep.harness.run;

import dev.lockstep.harness.tun.TunLoop;
import dev.lockstep.properties.link.LinkCounts;
import dev.lockstep.stack.socket.TcpStack;

/**
 * What a run came to.
 *
 * @param totals of all connections
 * @param drops of the stack
 * @param rows of TCP, IP and ICMP that fired
 * @param toStack what the link did on the way to the stack
 * @param toPeer what it did on the way back
 */
public record RunReport(
        Conversations.Totals totals, Drops drops, RowCoverage rows, LinkCounts toStack, LinkCounts toPeer) {

    /** @param loop asked from within, or closed */
    public static RunReport of(StackLoop loop, Recorder recorder) {
        TunLoop.Counts counts = loop.counts();
        return of(loop.stack(), recorder, counts.toHost(), counts.toKernel());
    }

    public static RunReport of(TcpStack stack, Recorder recorder, LinkCounts toStack, LinkCounts toPeer) {
        return new RunReport(recorder.conversations().totals(), Drops.of(stack), rows(stack), toStack, toPeer);
    }

    /** Which rows of a stack's three protocols fired. */
    public static RowCoverage rows(TcpStack stack) {
        return RowCoverage.of(Rows.IP, stack.ip().rows())
                .plus(RowCoverage.of(Rows.ICMP, stack.icmp().rows()))
                .plus(RowCoverage.of(Rows.TCP, stack.tcp().rows()));
    }

    /** Some lines for people. */
    public String summary() {
        var text = new StringBuilder("%s, %s in, %s out%n%s, %s of them sent again; %s; %s fired"
                .formatted(
                        Amount.of(totals.connections(), "connection"),
                        Amount.bytes(totals.textIn()),
                        Amount.bytes(totals.textOut()),
                        Amount.of(totals.segments(), "segment"),
                        totals.sentAgain() == 0 ? "none" : Amount.count(totals.sentAgain()),
                        drops,
                        rows));
        if (impaired(toStack) || impaired(toPeer)) {
            text.append("\nlink to the stack: ")
                    .append(toStack)
                    .append("; back: ")
                    .append(toPeer);
        }
        return text.toString();
    }

    private static boolean impaired(LinkCounts counts) {
        return counts.delivered() != counts.offered() || counts.corrupted() + counts.reordered() > 0;
    }
}
