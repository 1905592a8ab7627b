package dev.lockstep.spec.model;

import dev.lockstep.spec.diagnostic.Place;

/** Something an expression can name. Names are those of the field: {@code SND.UNA}, {@code SEG.ACK}, {@code RTO.MIN}. */
public sealed interface Symbol permits Variable, Field, Parameter, Input, Argument {
    String name();

    Type type();

    Place place();

    /** One sentence for readers, or the empty string. */
    String about();
}
