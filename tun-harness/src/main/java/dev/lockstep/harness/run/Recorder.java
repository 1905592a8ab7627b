package dev.lockstep.harness.run;

import dev.lockstep.harness.capture.RowNotes;
import dev.lockstep.harness.capture.TcpRowNotes;
import dev.lockstep.stack.tcp.Observer;
import java.util.ArrayList;
import java.util.List;

/** Everybody who watches one stack, put together before the stack is. */
public final class Recorder {

    private final EventClock clock = new EventClock();
    private final Conversations conversations = new Conversations(clock);
    private final TcpRowNotes fired = new TcpRowNotes();
    private final List<Observer> watchers = new ArrayList<>(List.of(conversations));
    private boolean noting;

    /** Adds one more. Not after {@link #observer}. */
    public void watch(Observer watcher) {
        watchers.add(watcher);
    }

    /** Says to captures which rows fired; collected only if somebody asks for it. */
    public RowNotes notes() {
        if (!noting) {
            noting = true;
            watchers.add(fired);
        }
        return fired;
    }

    public EventClock clock() {
        return clock;
    }

    public Conversations conversations() {
        return conversations;
    }

    /** All of them as one, for the stack. */
    public Observer observer() {
        return Watchers.of(watchers);
    }
}
