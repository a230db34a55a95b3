import type { Context } from '../../access/context.js';
import { committeeSession, type Directory, partnersStatement } from './facts.js';

/** The names of all partners by key. */
export async function partnerNames({ database }: Context): Promise<ReadonlyMap<string, string>> {
  const [rows] = (await database.reader.read(committeeSession, [partnersStatement])) as unknown as [
    Directory[],
  ];
  return new Map(rows.map(({ id, name }) => [id, name]));
}
