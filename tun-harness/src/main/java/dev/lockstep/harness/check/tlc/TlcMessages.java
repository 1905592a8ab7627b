package dev.lockstep.harness.check.tlc;

import dev.lockstep.harness.check.inside.ProgressLine;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Divides TLC's output into messages, line by line. Our own lines of progress may stand between any two of TLC's. A message inside another one belongs to the outer one's text; what is outside
 * of all messages (SANY's complaints, a JVM that dies) goes to {@code plain}.
 */
final class TlcMessages {

    private static final Pattern START = Pattern.compile("(.*)@!@!@STARTMSG (\\d+):(\\d+) @!@!@");
    private static final Pattern END = Pattern.compile("@!@!@ENDMSG \\d+ @!@!@");

    private final Consumer<TlcMessage> messages;
    private final Consumer<String> plain;
    private final Consumer<Counts> progress;
    private final Deque<Open> open = new ArrayDeque<>();

    private record Open(int code, int severity, StringBuilder text) {}

    TlcMessages(Consumer<TlcMessage> messages, Consumer<String> plain, Consumer<Counts> progress) {
        this.messages = messages;
        this.plain = plain;
        this.progress = progress;
    }

    void line(String line) {
        if (ProgressLine.is(line)) {
            long[] numbers = ProgressLine.read(line);
            progress.accept(
                    ProgressLine.isOfRuns(numbers)
                            ? Counts.ofRuns(numbers[0], numbers[1])
                            : new Counts(numbers[0], numbers[1], numbers[2]));
            return;
        }
        Matcher start = START.matcher(line);
        if (start.matches()) {
            text(start.group(1), start.group(1).isEmpty());
            open.push(new Open(number(start.group(2)), number(start.group(3)), new StringBuilder()));
        } else if (!open.isEmpty() && END.matcher(line).matches()) {
            end();
        } else {
            text(line, false);
        }
    }

    /** The output has ended: a message that TLC did not finish is told as it is. */
    void endOfOutput() {
        while (!open.isEmpty()) {
            end();
        }
    }

    private void end() {
        Open ended = open.pop();
        String text = ended.text.toString().stripTrailing();
        if (open.isEmpty()) {
            messages.accept(new TlcMessage(ended.code, ended.severity, text));
        } else {
            text(text, text.isEmpty());
        }
    }

    private void text(String line, boolean nothing) {
        if (nothing) {
            return;
        }
        if (open.isEmpty()) {
            plain.accept(line);
        } else {
            open.peek().text.append(line).append('\n');
        }
    }

    private static int number(String digits) {
        return digits.length() > 6 ? -1 : Integer.parseInt(digits);
    }
}
