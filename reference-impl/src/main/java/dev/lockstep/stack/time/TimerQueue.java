package dev.lockstep.stack.time;

import java.util.Arrays;

/**
 * Timers, known by number, each armed for a deadline or not armed: a binary heap in plain arrays.
 *
 * <p>Arming, rearming and cancelling take O(log n) and allocate nothing; looking at the next deadline takes O(1).
 * Timers of one deadline expire in the order in which they were armed, so that a run is determined by its inputs.
 */
public final class TimerQueue {

    /** Answer of {@link #nextDeadline} when nothing is armed. */
    public static final long NEVER = Long.MAX_VALUE;

    /** Answer of {@link #expire} when nothing is due. */
    public static final int NONE = -1;

    private static final int UNARMED = -1;

    /** By timer: when it is due, the tie-breaker, and its place in the heap or {@link #UNARMED}. */
    private long[] deadline;

    private long[] turn;
    private int[] place;

    /** The heap: {@code heap[0]} is due first, the children of {@code i} stand at {@code 2i + 1} and {@code 2i + 2}. */
    private int[] heap;

    private int size;
    private long turns;

    /** @param timers how many timers there are; they are numbered from 0 */
    public TimerQueue(int timers) {
        deadline = new long[timers];
        turn = new long[timers];
        place = new int[timers];
        heap = new int[timers];
        Arrays.fill(place, UNARMED);
    }

    /** Makes room for so many timers. Those that exist keep their deadlines. */
    public void grow(int timers) {
        int before = place.length;
        if (timers > before) {
            deadline = Arrays.copyOf(deadline, timers);
            turn = Arrays.copyOf(turn, timers);
            place = Arrays.copyOf(place, timers);
            heap = Arrays.copyOf(heap, timers);
            Arrays.fill(place, before, timers, UNARMED);
        }
    }

    /** How many timers are armed. */
    public int armed() {
        return size;
    }

    public boolean armed(int timer) {
        return place[timer] != UNARMED;
    }

    /** The deadline for which an armed timer was armed. */
    public long deadline(int timer) {
        return deadline[timer];
    }

    /** Arms a timer, anew if it is armed. */
    public void arm(int timer, long at) {
        deadline[timer] = at;
        turn[timer] = turns++;
        if (place[timer] == UNARMED) {
            place[timer] = size;
            heap[size++] = timer;
            rise(place[timer]);
        } else {
            rise(place[timer]);
            sink(place[timer]);
        }
    }

    /** Disarms a timer; does nothing if it is not armed. */
    public void cancel(int timer) {
        int hole = place[timer];
        if (hole == UNARMED) {
            return;
        }
        place[timer] = UNARMED;
        int last = heap[--size];
        if (last != timer) {
            heap[hole] = last;
            place[last] = hole;
            rise(hole);
            sink(place[last]);
        }
    }

    /** The earliest deadline, {@link #NEVER} if nothing is armed. */
    public long nextDeadline() {
        return size == 0 ? NEVER : deadline[heap[0]];
    }

    /**
     * Disarms the timer that is due first.
     *
     * @return its number, or {@link #NONE} if no deadline is at or before {@code now}
     */
    public int expire(long now) {
        if (size == 0 || deadline[heap[0]] > now) {
            return NONE;
        }
        int timer = heap[0];
        cancel(timer);
        return timer;
    }

    private void rise(int from) {
        int timer = heap[from];
        int at = from;
        while (at > 0) {
            int parent = (at - 1) >>> 1;
            if (!before(timer, heap[parent])) {
                break;
            }
            put(at, heap[parent]);
            at = parent;
        }
        put(at, timer);
    }

    private void sink(int from) {
        int timer = heap[from];
        int at = from;
        while (2 * at + 1 < size) {
            int child = 2 * at + 1;
            if (child + 1 < size && before(heap[child + 1], heap[child])) {
                child++;
            }
            if (!before(heap[child], timer)) {
                break;
            }
            put(at, heap[child]);
            at = child;
        }
        put(at, timer);
    }

    private boolean before(int a, int b) {
        return deadline[a] < deadline[b] || (deadline[a] == deadline[b] && turn[a] < turn[b]);
    }

    private void put(int at, int timer) {
        heap[at] = timer;
        place[timer] = at;
    }
}
