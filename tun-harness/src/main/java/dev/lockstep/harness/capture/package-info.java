/**
 * Recorded packets: pcapng files as Wireshark and tcpdump read and write them, with the ids of table rows as comments
 * on the packets they concern. No system calls, no clock.
 */
package dev.lockstep.harness.capture;
