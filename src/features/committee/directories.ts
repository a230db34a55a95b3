import type { Context } from '../../access/context.js';
import { committeeSession } from './releases/read-release.js';

/** A partner or a company in a list. */
export interface Directory {
  readonly id: string;
  readonly name: string;
}

const partnersStatement = {
  text: 'select id, name from committee.partner order by name collate "C"',
  values: [],
};

/** All partners and companies, by name. */
export async function readDirectories({
  database,
}: Pick<Context, 'database'>): Promise<{ partners: readonly Directory[]; companies: readonly Directory[] }> {
  const [partners = [], companies = []] = await database.reader.read(committeeSession, [
    partnersStatement,
    { text: 'select id, name from committee.company order by name collate "C"', values: [] },
  ]);
  return { partners: partners as unknown as Directory[], companies: companies as unknown as Directory[] };
}

/** The names of all partners by key. */
export async function partnerNames({ database }: Context): Promise<ReadonlyMap<string, string>> {
  const [rows = []] = await database.reader.read(committeeSession, [partnersStatement]);
  return new Map((rows as unknown as Directory[]).map(({ id, name }) => [id, name]));
}
