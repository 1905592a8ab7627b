package dev.lockstep.stack.trace;

import dev.lockstep.stack.wire.Ipv4Header;
import dev.lockstep.stack.wire.TcpHeader;
import dev.lockstep.stack.wire.TcpOptions;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Segments as the RFC writes them: {@code <SEQ=100><ACK=300><CTL=SYN,ACK><WND=65535><MSS=1460><TEXT=hello>}, numbers
 * unsigned. {@code LEN} stands for text that does not matter, {@code OPT} for options as hexadecimal digits, whole words of them.
 */
public final class Notation {

    private static final List<String> BITS = List.of("FIN", "SYN", "RST", "PSH", "ACK", "URG");
    private static final Pattern FIELD = Pattern.compile("<([A-Z]+)=([^>]*)>");

    private Notation() {}

    /** The fields that are written, by name. */
    static Map<String, String> fields(String segment) {
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher matcher = FIELD.matcher(segment);
        while (matcher.find()) {
            fields.put(matcher.group(1), matcher.group(2));
        }
        if (!FIELD.matcher(segment).replaceAll("").isBlank()) {
            throw new IllegalArgumentException("not a segment: " + segment);
        }
        return fields;
    }

    /** The datagram that a segment is on the wire. */
    public static byte[] datagram(String segment, int source, int sourcePort, int destination, int destinationPort) {
        Map<String, String> fields = fields(segment);
        byte[] text = fields.containsKey("LEN")
                ? new byte[Integer.parseInt(fields.get("LEN"))]
                : fields.getOrDefault("TEXT", "").getBytes(StandardCharsets.US_ASCII);
        byte[] options = options(fields);
        int header = TcpHeader.LENGTH + options.length;
        byte[] bytes = new byte[Ipv4Header.LENGTH + header + text.length];
        MemorySegment packet = MemorySegment.ofArray(bytes);
        int at = Ipv4Header.LENGTH;
        TcpHeader.write(
                packet,
                at,
                sourcePort,
                destinationPort,
                number(fields, "SEQ", 0),
                number(fields, "ACK", 0),
                header,
                control(fields.getOrDefault("CTL", "")),
                number(fields, "WND", 65_535));
        TcpHeader.writeUrgentPointer(packet, at, number(fields, "UP", 0));
        System.arraycopy(options, 0, bytes, at + TcpHeader.LENGTH, options.length);
        System.arraycopy(text, 0, bytes, at + header, text.length);
        TcpHeader.seal(packet, at, header + text.length, source, destination, true);
        Ipv4Header.write(packet, 0, bytes.length, 1, 64, Ipv4Header.TCP, source, destination);
        return bytes;
    }

    private static byte[] options(Map<String, String> fields) {
        if (fields.containsKey("MSS")) {
            byte[] mss = new byte[TcpOptions.MSS_LENGTH];
            TcpOptions.writeMss(MemorySegment.ofArray(mss), 0, number(fields, "MSS", 0));
            return mss;
        }
        return HexFormat.of().parseHex(fields.getOrDefault("OPT", ""));
    }

    /** What a datagram says, all fields; ACK only where the bit is set. */
    public static String of(byte[] datagram) {
        MemorySegment packet = MemorySegment.ofArray(datagram);
        int at = Ipv4Header.LENGTH;
        int header = TcpHeader.headerLength(packet, at);
        int control = TcpHeader.control(packet, at);
        TcpOptions options = new TcpOptions();
        options.read(packet, at + TcpHeader.LENGTH, header - TcpHeader.LENGTH);
        int text = datagram.length - at - header;
        StringBuilder written = new StringBuilder("<SEQ=" + Integer.toUnsignedString(TcpHeader.seq(packet, at)) + ">");
        if ((control & 16) != 0) {
            written.append("<ACK=")
                    .append(Integer.toUnsignedString(TcpHeader.ack(packet, at)))
                    .append('>');
        }
        written.append("<CTL=").append(bits(control)).append('>');
        written.append("<WND=").append(TcpHeader.window(packet, at)).append('>');
        if ((control & 32) != 0) {
            written.append("<UP=").append(TcpHeader.urgentPointer(packet, at)).append('>');
        }
        if (options.mss != 0) {
            written.append("<MSS=").append(options.mss).append('>');
        }
        if (header > TcpHeader.LENGTH) {
            written.append("<OPT=")
                    .append(HexFormat.of().formatHex(datagram, at + TcpHeader.LENGTH, at + header))
                    .append('>');
        }
        if (text > 0) {
            String said = new String(datagram, at + header, text, StandardCharsets.US_ASCII);
            written.append("<LEN=").append(text).append("><TEXT=").append(said).append('>');
        }
        return written.toString();
    }

    private static int control(String bits) {
        int control = 0;
        for (String bit : bits.isEmpty() ? new String[0] : bits.split(",")) {
            control |= 1 << BITS.indexOf(bit);
        }
        return control;
    }

    private static String bits(int control) {
        return BITS.stream()
                .filter(bit -> (control >> BITS.indexOf(bit) & 1) != 0)
                .collect(Collectors.joining(","));
    }

    private static int number(Map<String, String> fields, String name, int otherwise) {
        return fields.containsKey(name) ? Integer.parseUnsignedInt(fields.get(name)) : otherwise;
    }
}
