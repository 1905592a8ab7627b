package dev.lockstep.spec.models;

import dev.lockstep.spec.expr.Expr;
import dev.lockstep.spec.model.Symbol;

/** A parameter, field or input and the constant that a model gives it. */
public record Setting(Symbol symbol, Expr value) {}
