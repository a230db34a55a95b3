import diagnostics from 'node:diagnostics_channel';

interface Sent {
  readonly text: string;
  readonly role: string;
}

/**
 * The statements that the engine of a hub in this process sends for a request, without those of sign-in.
 * @param of the database role of the reads
 */
export async function statementsOf(work: () => Promise<unknown>, of = 'hub_partner'): Promise<string[]> {
  const sent: Sent[] = [];
  const listen = (message: unknown) => void sent.push(message as Sent);
  diagnostics.subscribe('hub:statement', listen);
  try {
    await work();
  } finally {
    diagnostics.unsubscribe('hub:statement', listen);
  }
  return sent.filter(({ role }) => role === of).map(({ text }) => text);
}
