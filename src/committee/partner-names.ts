import type { Context } from '../access/context.js';
import { committeeSession } from './facts.js';

/** The names of all partners, by their keys. */
export async function partnerNames({ database }: Context): Promise<ReadonlyMap<string, string>> {
  const [rows = []] = await database.reader.read<{ id: string; name: string }>(committeeSession, [
    { text: 'select id, name from committee.partner', values: [] },
  ]);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
