/**
 * A stack as a program sees it: listen, connect, and sockets that call back when something can be done. Nothing blocks,
 * nothing starts a thread; {@link dev.lockstep.stack.socket.TcpStack} is driven by whoever owns the loop.
 */
package dev.lockstep.stack.socket;
