import type { Context } from '../../context.js';
import type { Language } from '../../i18n.js';
import { domainOf } from './lattice/domains.js';
import { valueLabel } from './lattice/labels.js';
import type { AnalysisSubject } from './lattice/lists.js';
import type { CellDimension } from './lattice/subjects.js';
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

/** The partners and companies of the town. */
export interface Directories {
  readonly partners: readonly Directory[];
  readonly companies: readonly Directory[];
}

/** A value of a dimension, with its label. */
export interface LabelledValue {
  readonly key: string;
  readonly label: string;
}

/** The values of a dimension of a subject with their labels, in the order in which they are shown. */
export function valuesOf(
  subject: AnalysisSubject,
  dimension: CellDimension,
  { partners, companies }: Directories,
  language: Language,
): LabelledValue[] {
  const names = new Map([...partners, ...companies].map(({ id, name }) => [id, name]));
  const keys = { partners: partners.map(({ id }) => id), companies: companies.map(({ id }) => id) };
  return domainOf(subject, dimension, keys).map((key) => ({
    key,
    label: names.get(key) ?? valueLabel(subject, dimension, key)?.[language] ?? key,
  }));
}

/** All partners and companies, by name. */
export async function readDirectories({ database }: Pick<Context, 'database'>): Promise<Directories> {
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
