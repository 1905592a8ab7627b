/** What holds of the tables, the models made from them and the stack made from them, and the worlds in which it is tested. */
package dev.lockstep.properties;
