package dev.lockstep.harness.tour;

import dev.lockstep.stack.tcp.table.Control;
import dev.lockstep.stack.wire.Ipv4Address;
import dev.lockstep.stack.wire.Ipv4Header;
import dev.lockstep.stack.wire.TcpHeader;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * A packet taken apart: what each layer put in front of what the layer above gave it.
 *
 * @param label the segment as the RFC writes it
 * @param ip the internet layer's header
 * @param tcp the transport layer's
 * @param text what the program gave, as far as it can be printed; empty where there is none
 * @param textBytes bytes of text
 * @param total bytes of the datagram
 * @param dump the bytes, eight to a word, each marked with its layer
 */
record Envelope(String label, Header ip, Header tcp, String text, int textBytes, int total, List<Word> dump) {

    /**
     * A header.
     *
     * @param bytes its length
     */
    record Header(int bytes, List<Field> fields) {}

    /** One field of a header, and what it is for. */
    record Field(String name, String value, String about) {}

    /** Some bytes of one layer, as hexadecimal digits; {@code layer} names a class of the style sheet. */
    record Word(String layer, String hex) {}

    static Envelope of(Packet packet, TwoHosts hosts) {
        MemorySegment bytes = MemorySegment.ofArray(packet.bytes());
        int textAt = packet.textAt();
        return new Envelope(
                SegmentLabel.of(packet, hosts),
                ip(bytes),
                tcp(packet, bytes),
                printable(packet.bytes(), textAt),
                packet.textLength(),
                packet.bytes().length,
                dump(packet));
    }

    private static Header ip(MemorySegment bytes) {
        return new Header(
                Ipv4Header.headerLength(bytes, 0),
                List.of(
                        new Field("version", "4", "of the Internet Protocol"),
                        new Field(
                                "total length",
                                String.valueOf(Ipv4Header.totalLength(bytes, 0)),
                                "bytes, this header included"),
                        new Field(
                                "time to live",
                                String.valueOf(Ipv4Header.timeToLive(bytes, 0)),
                                "each router takes one; at 0 it is dropped"),
                        new Field(
                                "protocol",
                                String.valueOf(Ipv4Header.protocol(bytes, 0)),
                                "who gets the rest: 6 is TCP"),
                        new Field(
                                "header checksum",
                                Ipv4Header.checksumRight(bytes, 0, (int) bytes.byteSize()) ? "right" : "wrong",
                                "over these bytes alone"),
                        new Field("source", Ipv4Address.toString(Ipv4Header.source(bytes, 0)), "which host"),
                        new Field(
                                "destination",
                                Ipv4Address.toString(Ipv4Header.destination(bytes, 0)),
                                "to which host")));
    }

    private static Header tcp(Packet packet, MemorySegment bytes) {
        int at = packet.tcpAt();
        int source = Ipv4Header.source(bytes, 0);
        int destination = Ipv4Header.destination(bytes, 0);
        boolean right = TcpHeader.checksumRight(bytes, at, packet.bytes().length - at, source, destination);
        List<Field> fields = new ArrayList<>(List.of(
                new Field("source port", String.valueOf(TcpHeader.sourcePort(bytes, at)), "which program there"),
                new Field(
                        "destination port",
                        String.valueOf(TcpHeader.destinationPort(bytes, at)),
                        "for which program here"),
                new Field(
                        "sequence number",
                        Integer.toUnsignedString(packet.seq()),
                        "of the first byte of text, or of SYN or FIN"),
                new Field(
                        "acknowledgment number",
                        Integer.toUnsignedString(packet.ack()),
                        "the byte expected next; counts only with ACK"),
                new Field("control bits", Control.title(packet.control()), "what kind of segment this is"),
                new Field("window", String.valueOf(packet.window()), "bytes that there is room for"),
                new Field("checksum", right ? "right" : "wrong", "over the whole segment and both addresses")));
        int options = packet.textAt() - at - TcpHeader.LENGTH;
        if (options > 0) {
            byte[] all = packet.bytes();
            String hex =
                    HexFormat.ofDelimiter(" ").formatHex(all, at + TcpHeader.LENGTH, at + TcpHeader.LENGTH + options);
            fields.add(new Field(
                    "options", hex, "02 04 is the largest segment (MSS) that the sender takes, in two bytes"));
        }
        return new Header(packet.textAt() - at, fields);
    }

    private static String printable(byte[] bytes, int from) {
        String text = new String(bytes, from, bytes.length - from, StandardCharsets.ISO_8859_1);
        String shown = text.replace("\r\n", "↵").replaceAll("[^ -~↵]", "·");
        return shown.length() > 60 ? shown.substring(0, 60) + "…" : shown;
    }

    private static List<Word> dump(Packet packet) {
        List<Word> words = new ArrayList<>();
        words(words, "ip", packet.bytes(), 0, packet.tcpAt());
        words(words, "tcp", packet.bytes(), packet.tcpAt(), packet.textAt());
        words(words, "text", packet.bytes(), packet.textAt(), packet.bytes().length);
        return words;
    }

    private static void words(List<Word> words, String layer, byte[] bytes, int from, int to) {
        for (int at = from; at < to; at += 4) {
            words.add(new Word(layer, HexFormat.ofDelimiter(" ").formatHex(bytes, at, Math.min(at + 4, to))));
        }
    }
}
