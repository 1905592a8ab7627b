/** From what the files say to what they mean: names, types, references, and the rules that tie procedures together. */
package dev.lockstep.spec.check;
