/**
 * Java from tables. {@link dev.lockstep.generators.java.JavaGenerator} is the way in.
 *
 * <p>For each kind of generated class there is a record of strings ({@code StepFile}, {@code BlockFile}, ...) that knows what
 * is in it, and a template in the resources that knows its shape. Expressions are printed by {@code JavaExpr} as a {@code
 * Doc}, which {@code Layout} breaks into lines. {@code Surface} alone knows what things are called in Java. What makes the
 * statements of a row read like hand-written ones is in {@code RowActions} and {@code Locals}.
 */
package dev.lockstep.generators.java;
