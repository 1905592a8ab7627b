package dev.lockstep.stack.tcp;

/** Why a segment never became an event: it was damaged, or there is no room for what it might begin. */
public enum TcpDrop {
    /** Shorter than a TCP header. */
    TOO_SHORT,
    /** The data offset points into the fixed header or beyond the segment. */
    DATA_OFFSET,
    /** The checksum is wrong (RFC 9293 MUST-3). */
    CHECKSUM,
    /** It came to a listener, and all connections that the stack may have are in use: lost, as on a busy link. */
    NO_RECORD,
    /** It came to a listener that has as many connections being opened as it may: lost, as on a busy link. */
    BACKLOG,
    /** No segment, but ICMP's report of one that no connection has sent. */
    NO_CONNECTION
}
