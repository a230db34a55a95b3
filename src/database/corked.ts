import type { Writable } from 'node:stream';
import type pg from 'pg';

/** The socket of a connection to the database. */
export function socketOf(client: pg.ClientBase): Writable {
  // `pg` has no type for its connection.
  return (client as unknown as { connection: { stream: Writable } }).connection.stream;
}

/** Runs `send` and writes all that it has sent to the server at once: a system call for each message costs more. */
export function corked<Sent>(client: pg.ClientBase, send: () => Sent): Sent {
  const socket = socketOf(client);
  socket.cork();
  try {
    return send();
  } finally {
    socket.uncork();
  }
}
