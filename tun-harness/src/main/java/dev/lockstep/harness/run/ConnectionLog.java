package dev.lockstep.harness.run;

import dev.lockstep.stack.tcp.Connection;
import dev.lockstep.stack.tcp.Observer;
import dev.lockstep.stack.tcp.table.News;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Tells what programs are told of their connections, a line each: when, who, what. */
public final class ConnectionLog implements Observer {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");

    private final Conversations conversations;
    private final Consumer<String> out;
    private final List<String> lines = new ArrayList<>();

    /** @param out takes lines without their end */
    public ConnectionLog(Conversations conversations, Consumer<String> out) {
        this.conversations = conversations;
        this.out = out;
    }

    @Override
    public void told(Connection connection, News news) {
        Conversation conversation = conversations.of(connection);
        String what = switch (news) {
            case CONNECTED -> "open";
            case PEER_CLOSED -> "the peer closes, " + figures(conversation);
            case CLOSED -> "closed, " + figures(conversation);
            case RESET -> "reset, " + figures(conversation);
            case REFUSED -> "refused";
            case TROUBLE -> "no answer yet, " + figures(conversation);
            case URGENT -> "urgent text is coming";
            case TIMED_OUT -> "no answer any more, " + figures(conversation);
        };
        log(conversation, what);
    }

    private void log(Conversation conversation, String what) {
        lines.add(TIME.format(LocalTime.now()) + "  " + "%-27s ".formatted(conversation.sockets()) + what);
    }

    /** Only now, so that a trace of the event can come first. */
    @Override
    public void ends(Connection connection) {
        lines.forEach(out);
        lines.clear();
    }

    private String figures(Conversation conversation) {
        double seconds = (conversations.nowNanos() - conversation.beganNanos()) / 1e9;
        String again = conversation.sentAgain() == 0 ? "" : ", " + conversation.sentAgain() + " segments sent again";
        return String.format(
                Locale.ROOT,
                "%s in, %s out in %.3f s%s",
                Amount.bytes(conversation.textIn()),
                Amount.bytes(conversation.textOut()),
                seconds,
                again);
    }
}
