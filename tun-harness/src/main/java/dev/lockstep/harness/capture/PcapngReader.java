package dev.lockstep.harness.capture;

import dev.lockstep.harness.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads pcapng files (draft-ietf-opsawg-pcapng), whoever wrote them: any number of sections, either byte order, any
 * resolution of time, enhanced, simple and old packet blocks; other blocks are skipped.
 *
 * <p>Trusts nothing: each length is checked before it is used, a block is at most {@link #LARGEST_BLOCK} bytes, and
 * memory is bounded by that. A damaged file gives an {@link InputException} with the offset, after the packets before
 * it.
 */
public final class PcapngReader implements CaptureReader {

    /** Far more than any packet; a larger block length is damage, not data. */
    static final int LARGEST_BLOCK = 16 * 1024 * 1024;

    static final int SECTION_HEADER = 0x0a0d0d0a; // reads the same in both byte orders

    private static final int BYTE_ORDER_MAGIC = 0x1a2b3c4d;
    private static final int INTERFACE_DESCRIPTION = 1;
    private static final int OLD_PACKET = 2;
    private static final int SIMPLE_PACKET = 3;
    private static final int ENHANCED_PACKET = 6;

    private static final int OPT_END = 0;
    private static final int OPT_COMMENT = 1;
    private static final int IF_NAME = 2;
    private static final int IF_TSRESOL = 9;
    private static final int IF_TSOFFSET = 14;
    private static final int EPB_FLAGS = 2;

    private static final int MOST_INTERFACES = 65_536;

    /** Type and length before a block's body, and the length again after it. */
    private static final int BEFORE = 8;

    private static final int AFTER = 4;

    private record Interface(String name, int linkType, long snapLength, TimeUnits units) {}

    private final String file;
    private final InputStream in;
    private final List<Interface> interfaces = new ArrayList<>();
    private ByteOrder order = ByteOrder.LITTLE_ENDIAN;
    private boolean inSection;
    private long position;

    /**
     * @param file its name, for messages
     * @param in the bytes from the beginning; closed with this reader. Should be buffered
     */
    public PcapngReader(String file, InputStream in) {
        this.file = file;
        this.in = in;
    }

    @Override
    public Optional<CapturedPacket> next() throws IOException {
        while (true) {
            long start = position;
            byte[] head = in.readNBytes(BEFORE);
            position += head.length;
            if (head.length == 0) {
                if (!inSection) {
                    throw BlockCursor.broken(file, 0, "the file is empty");
                }
                return Optional.empty();
            }
            if (head.length < BEFORE) {
                throw cutShort(start);
            }
            int type = ByteBuffer.wrap(head).order(order).getInt();
            if (type == SECTION_HEADER) {
                section(start, head);
                continue;
            }
            if (!inSection) {
                throw BlockCursor.broken(
                        file, start, "this is no pcapng file: it does not begin with a section header");
            }
            long length = ByteBuffer.wrap(head).order(order).getInt(4) & 0xffffffffL;
            BlockCursor block = new BlockCursor(file, position, body(start, length, 0));
            Optional<CapturedPacket> packet = block(type, start, block);
            if (packet.isPresent()) {
                return packet;
            }
        }
    }

    /** Begins a section: its byte order comes first, since its length depends on it. */
    private void section(long start, byte[] head) throws IOException {
        byte[] magic = in.readNBytes(Integer.BYTES);
        position += magic.length;
        if (magic.length < Integer.BYTES) {
            throw cutShort(start);
        }
        if (ByteBuffer.wrap(magic).order(ByteOrder.LITTLE_ENDIAN).getInt() == BYTE_ORDER_MAGIC) {
            order = ByteOrder.LITTLE_ENDIAN;
        } else if (ByteBuffer.wrap(magic).order(ByteOrder.BIG_ENDIAN).getInt() == BYTE_ORDER_MAGIC) {
            order = ByteOrder.BIG_ENDIAN;
        } else {
            throw BlockCursor.broken(file, start + BEFORE, "the byte-order magic is neither 1a2b3c4d nor 4d3c2b1a");
        }
        long length = ByteBuffer.wrap(head).order(order).getInt(4) & 0xffffffffL;
        BlockCursor block = new BlockCursor(file, position, body(start, length, Integer.BYTES));
        int major = block.uint16("major version");
        if (major != 1) {
            throw block.broken("the format's version is " + major + ", and only 1 is known");
        }
        interfaces.clear();
        inSection = true;
    }

    /** Reads what is left of a block and checks the length behind it against the one before it. */
    private ByteBuffer body(long start, long length, int alreadyRead) throws IOException {
        if (length > LARGEST_BLOCK || length % 4 != 0 || length < BEFORE + alreadyRead + AFTER) {
            throw BlockCursor.broken(
                    file,
                    start + 4,
                    "the block's length is " + length + ", not a multiple of 4 from " + (BEFORE + alreadyRead + AFTER)
                            + " to " + LARGEST_BLOCK);
        }
        int rest = (int) length - BEFORE - alreadyRead;
        byte[] bytes = in.readNBytes(rest);
        if (bytes.length < rest) {
            throw cutShort(start);
        }
        position += rest;
        ByteBuffer body = ByteBuffer.wrap(bytes).order(order);
        long again = body.getInt(rest - AFTER) & 0xffffffffL;
        if (again != length) {
            throw BlockCursor.broken(
                    file,
                    position - AFTER,
                    "the block's length is " + length + " before it and " + again + " after it");
        }
        return body.limit(rest - AFTER);
    }

    private InputException cutShort(long start) {
        return BlockCursor.broken(file, start, "the file ends inside the block that begins here");
    }

    private Optional<CapturedPacket> block(int type, long start, BlockCursor block) {
        return switch (type) {
            case INTERFACE_DESCRIPTION -> {
                describeInterface(block);
                yield Optional.empty();
            }
            case ENHANCED_PACKET -> Optional.of(packet(start, block, block.uint32("interface")));
            case OLD_PACKET -> {
                int interfaceNumber = block.uint16("interface");
                block.skip(Short.BYTES, "drop count");
                yield Optional.of(packet(start, block, interfaceNumber));
            }
            case SIMPLE_PACKET -> Optional.of(simplePacket(start, block));
            default -> Optional.empty(); // names, statistics, secrets, other programs' own blocks
        };
    }

    private void describeInterface(BlockCursor block) {
        if (interfaces.size() == MOST_INTERFACES) {
            throw block.broken("the section describes more than " + MOST_INTERFACES + " interfaces");
        }
        int linkType = block.uint16("link type");
        block.skip(Short.BYTES, "reserved bytes");
        long snapLength = block.uint32("snap length");
        String[] name = {"#" + interfaces.size()};
        int[] resolution = {TimeUnits.MICROSECONDS};
        long[] offset = {0};
        options(block, (code, value) -> {
            switch (code) {
                case IF_NAME -> name[0] = BlockCursor.text(value);
                case IF_TSRESOL -> resolution[0] = value.length == 0 ? TimeUnits.MICROSECONDS : value[0];
                case IF_TSOFFSET ->
                    offset[0] =
                            value.length < Long.BYTES ? 0 : block.ordered(value).getLong();
                default -> {} // addresses, speed, filter, operating system: nothing of use here
            }
        });
        interfaces.add(new Interface(name[0], linkType, snapLength, new TimeUnits(resolution[0], offset[0])));
    }

    private CapturedPacket packet(long start, BlockCursor block, long interfaceNumber) {
        Interface on = interfaceOf(block, interfaceNumber);
        long time = block.uint32("time, high half") << 32 | block.uint32("time, low half");
        long captured = block.uint32("captured length");
        long original = block.uint32("original length");
        if (captured > block.remaining()) {
            throw block.broken("the captured length is " + captured + ", but only " + block.remaining()
                    + " bytes are left in the block");
        }
        byte[] bytes = block.padded((int) captured, "packet");
        Direction[] direction = {Direction.UNKNOWN};
        List<String> comments = new ArrayList<>();
        options(block, (code, value) -> {
            if (code == OPT_COMMENT) {
                comments.add(BlockCursor.text(value));
            } else if (code == EPB_FLAGS && value.length == Integer.BYTES) {
                direction[0] = Direction.ofFlags(block.ordered(value).getInt());
            }
        });
        return new CapturedPacket(
                start,
                on.name,
                on.linkType,
                on.units.toEpochNanos(time),
                direction[0],
                bytes,
                originalLength(original, bytes),
                List.copyOf(comments));
    }

    /** A packet without time or interface, on the section's first; cut where its snap length says. */
    private CapturedPacket simplePacket(long start, BlockCursor block) {
        Interface on = interfaceOf(block, 0);
        long original = block.uint32("original length");
        long captured = Math.min(original, block.remaining());
        if (on.snapLength > 0) {
            captured = Math.min(captured, on.snapLength);
        }
        byte[] bytes = block.padded((int) captured, "packet");
        return new CapturedPacket(
                start, on.name, on.linkType, 0, Direction.UNKNOWN, bytes, originalLength(original, bytes), List.of());
    }

    private static int originalLength(long original, byte[] captured) {
        return Math.clamp(original, captured.length, Integer.MAX_VALUE);
    }

    private Interface interfaceOf(BlockCursor block, long number) {
        if (number >= interfaces.size()) {
            throw block.broken(
                    "the packet is of interface " + number + ", but only " + interfaces.size() + " are described");
        }
        return interfaces.get((int) number);
    }

    private interface OptionTaker {
        void option(int code, byte[] value);
    }

    private static void options(BlockCursor block, OptionTaker taker) {
        while (block.remaining() > 0) {
            int code = block.uint16("option code");
            int length = block.uint16("option length");
            if (code == OPT_END) {
                return;
            }
            taker.option(code, block.padded(length, "option " + code));
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
