/**
 * What the model checker is asked: two endpoints, what their users do, what the channel does to segments, and what must hold.
 * Read from {@code spec/models/*.yaml}, whose language is described in {@code spec/models/README.md}.
 */
package dev.lockstep.spec.models;
