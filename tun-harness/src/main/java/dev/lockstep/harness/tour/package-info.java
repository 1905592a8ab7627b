/**
 * The subject in six short pages for a student, each made from a run of the generated stack: two hosts, a wire that loses or delays
 * chosen packets, and what the rows did about it.
 */
package dev.lockstep.harness.tour;
