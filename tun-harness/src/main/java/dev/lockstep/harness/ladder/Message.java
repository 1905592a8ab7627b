package dev.lockstep.harness.ladder;

/**
 * Something that travels from one end to the other. Two copies of a segment are two deliveries of one message.
 *
 * @param id tells it from all others of the same ladder
 * @param label {@code <SEQ=6><ACK=3><CTL=SYN,ACK>}; broken at {@code ><} where it is too long for its arrow
 */
public record Message(int id, String label) {}
