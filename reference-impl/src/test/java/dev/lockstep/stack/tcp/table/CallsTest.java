package dev.lockstep.stack.tcp.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The six calls of RFC 9293 §3.10.1 to §3.10.6 in each of the eleven states: what comes of it, and into which state it leads if
 * into another. {@code !} is the answer "error:", {@code -} nothing, timers are left out.
 *
 * <p>Where the grids are not what the text says, the row says why: {@code rst-last} and {@code abort-last} (told, not "ok"),
 * {@code receive-closing} and {@code receive-rest} (what has arrived may be taken), {@code close-unsent}.
 */
class CallsTest {

    private static final Map<String, Consumer<Conversation>> CALLS = new LinkedHashMap<>();

    static {
        CALLS.put("OPEN", end -> end.open(Opening.ACTIVE));
        CALLS.put("SEND", end -> end.send(2));
        CALLS.put("RECEIVE", end -> end.receive(3));
        CALLS.put("CLOSE", Conversation::close);
        CALLS.put("ABORT", Conversation::abort);
        CALLS.put("STATUS", Conversation::status);
    }

    /** Nothing waits to be sent, nothing to be taken. */
    @Test
    void callsOfAnEmptyConnection() {
        assertThat(grid(List.copyOf(CALLS.keySet()), 0)).isEqualTo("""
                             | OPEN            | SEND                     | RECEIVE        | CLOSE                 | ABORT                       | STATUS
                CLOSED       | SYN -> SYN-SENT | !no-connection           | !no-connection | !no-connection        | !no-connection              | !no-connection
                LISTEN       | SYN -> SYN-SENT | !unspecified             | -              | tell closed -> CLOSED | tell reset -> CLOSED        | show
                SYN-SENT     | !already-exists | queue 2 at 1001          | -              | tell closed -> CLOSED | tell reset -> CLOSED        | show
                SYN-RECEIVED | !already-exists | queue 2 at 1001          | -              | FIN,ACK -> FIN-WAIT-1 | RST; tell reset -> CLOSED   | show
                ESTABLISHED  | !already-exists | queue 2 at 1001; PSH,ACK | -              | FIN,ACK -> FIN-WAIT-1 | RST; tell reset -> CLOSED   | show
                FIN-WAIT-1   | !already-exists | !closing                 | -              | !closing              | RST; tell reset -> CLOSED   | show
                FIN-WAIT-2   | !already-exists | !closing                 | -              | !closing              | RST; tell reset -> CLOSED   | show
                CLOSE-WAIT   | !already-exists | queue 2 at 1001; PSH,ACK | !closing       | FIN,ACK -> LAST-ACK   | RST; tell reset -> CLOSED   | show
                CLOSING      | !already-exists | !closing                 | !closing       | !closing              | leave; tell reset -> CLOSED | show
                LAST-ACK     | !already-exists | !closing                 | !closing       | !closing              | leave; tell reset -> CLOSED | show
                TIME-WAIT    | !already-exists | !closing                 | !closing       | !closing              | leave -> CLOSED             | show
                """);
    }

    /** Text has arrived that nobody has taken; before the connection is open, text waits to be sent. */
    @Test
    void callsOfAConnectionWithText() {
        assertThat(grid(List.of("SEND", "RECEIVE", "CLOSE", "ABORT"), 3)).isEqualTo("""
                             | SEND                     | RECEIVE        | CLOSE                 | ABORT
                CLOSED       | !no-connection           | !no-connection | !no-connection        | !no-connection
                LISTEN       | !unspecified             | -              | tell closed -> CLOSED | tell reset -> CLOSED
                SYN-SENT     | queue 2 at 1004          | -              | tell reset -> CLOSED  | tell reset -> CLOSED
                SYN-RECEIVED | queue 2 at 1004          | -              | -                     | RST; tell reset -> CLOSED
                ESTABLISHED  | queue 2 at 1001; PSH,ACK | take 3         | FIN,ACK -> FIN-WAIT-1 | RST; tell reset -> CLOSED
                FIN-WAIT-1   | !closing                 | take 3         | !closing              | RST; tell reset -> CLOSED
                FIN-WAIT-2   | !closing                 | take 3         | !closing              | RST; tell reset -> CLOSED
                CLOSE-WAIT   | queue 2 at 1001; PSH,ACK | take 3         | FIN,ACK -> LAST-ACK   | RST; tell reset -> CLOSED
                CLOSING      | !closing                 | take 3         | !closing              | leave; tell reset -> CLOSED
                LAST-ACK     | !closing                 | take 3         | !closing              | leave; tell reset -> CLOSED
                TIME-WAIT    | !closing                 | take 3         | !closing              | leave -> CLOSED
                """);
    }

    /** RFC 9293 §3.10.2, §3.10.4: a CLOSE waits behind text for the connection; what comes behind the CLOSE is too late. */
    @Test
    void callsBehindACloseThatWaits() {
        Conversation end =
                in(State.SYN_RECEIVED, 3).close().in(State.SYN_RECEIVED).expect();
        end.send(2).expect("refuse closing");
        end.close().expect("refuse closing");
    }

    private static String grid(List<String> calls, int text) {
        List<List<String>> lines = Arrays.stream(State.values())
                .map(state -> line(state, calls, text))
                .collect(Collectors.toList());
        lines.addFirst(calls);
        var written = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            String line = "%-12s".formatted(i == 0 ? "" : State.values()[i - 1].title());
            for (int column = 0; column < calls.size(); column++) {
                int at = column;
                int width = lines.stream()
                        .mapToInt(cells -> cells.get(at).length())
                        .max()
                        .orElseThrow();
                line += " | " + ("%-" + width + "s").formatted(lines.get(i).get(column));
            }
            written.append(line.stripTrailing()).append('\n');
        }
        return written.toString();
    }

    private static List<String> line(State state, List<String> calls, int text) {
        return calls.stream()
                .map(call -> {
                    Conversation end = in(state, text);
                    CALLS.get(call).accept(end);
                    return end.outcome(state);
                })
                .toList();
    }

    /** A connection in this state; {@code text} bytes wait to be taken, or, before it is open, to be sent. */
    private static Conversation in(State state, int text) {
        Conversation end = switch (state) {
            case CLOSED -> new Conversation();
            case LISTEN -> new Conversation().open(Opening.PASSIVE);
            case SYN_SENT -> queued(new Conversation().open(Opening.ACTIVE), text);
            case SYN_RECEIVED -> queued(in(State.LISTEN, 0).arrives("<SEQ=100><CTL=SYN>"), text);
            case ESTABLISHED -> unread(new Conversation().established(), text);
            case FIN_WAIT_1 -> in(State.ESTABLISHED, text).close();
            case FIN_WAIT_2 -> in(State.FIN_WAIT_1, text).arrives("<SEQ=" + (201 + text) + "><ACK=1002><CTL=ACK>");
            case CLOSE_WAIT -> in(State.ESTABLISHED, text).arrives(fin(text, 1001));
            case CLOSING -> in(State.FIN_WAIT_1, text).arrives(fin(text, 1001));
            case LAST_ACK -> in(State.CLOSE_WAIT, text).close();
            case TIME_WAIT -> in(State.FIN_WAIT_2, text).arrives(fin(text, 1002));
        };
        return end.in(state).ignore();
    }

    private static Conversation queued(Conversation end, int text) {
        return text == 0 ? end : end.send(text);
    }

    private static Conversation unread(Conversation end, int text) {
        return text == 0 ? end : end.arrives("<SEQ=201><ACK=1001><CTL=ACK><TEXT=" + text + ">");
    }

    private static String fin(int text, int ack) {
        return "<SEQ=" + (201 + text) + "><ACK=" + ack + "><CTL=FIN,ACK>";
    }
}
