package dev.lockstep.harness.check.story;

import dev.lockstep.generators.tla.value.TlaValue;
import dev.lockstep.harness.ladder.Message;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The segments on their way to one end, each with the message that it is in the ladder. What a step did to them is read off their
 * values before and after.
 */
final class Channel {

    private record Copy(TlaValue segment, Message message) {}

    private final List<Copy> copies = new ArrayList<>();

    /**
     * What a step did.
     *
     * @param left is no longer on its way; the oldest, where there are several like it
     * @param came segments that are on their way now and were not before
     * @param fellBehind was the next to arrive, and is not any more although it is still there
     */
    record Change(Optional<Message> left, List<TlaValue> came, Optional<Message> fellBehind) {}

    /** Takes out what left. What came has to be {@link #add}ed. */
    Change follow(TlaValue after) {
        var came = new ArrayList<TlaValue>(after.elements());
        Deque<Copy> stayed = new ArrayDeque<>();
        Optional<Message> left = Optional.empty();
        for (Copy copy : copies.reversed()) {
            if (came.remove(copy.segment)) {
                stayed.push(copy);
            } else {
                left = Optional.of(copy.message);
            }
        }
        Optional<Message> first = copies.stream().findFirst().map(Copy::message);
        copies.clear();
        after.elements().forEach(segment -> take(segment, stayed).ifPresent(copies::add));
        Optional<Message> firstNow = copies.stream().findFirst().map(Copy::message);
        boolean ordered = after instanceof TlaValue.Tuple;
        boolean behind = ordered && left.isEmpty() && came.isEmpty() && !first.equals(firstNow);
        return new Change(left, came, behind ? first : Optional.empty());
    }

    private static Optional<Copy> take(TlaValue segment, Deque<Copy> from) {
        Optional<Copy> oldest =
                from.stream().filter(copy -> copy.segment.equals(segment)).findFirst();
        oldest.ifPresent(from::remove);
        return oldest;
    }

    void add(TlaValue segment, Message message) {
        copies.add(new Copy(segment, message));
    }

    /** The message of a segment like this one that is on its way. */
    Optional<Message> like(TlaValue segment) {
        return copies.stream()
                .filter(copy -> copy.segment.equals(segment))
                .map(Copy::message)
                .findFirst();
    }
}
