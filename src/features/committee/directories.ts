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

const partnersStatement = { text: 'select id, name from committee.partner order by id', values: [] };
const companiesStatement = { text: 'select id, name from committee.company order by id', values: [] };

/** The alphabetical order of names in French: accents and capitals count last. */
const order = new Intl.Collator('fr');

function byName(rows: readonly unknown[]): Directory[] {
  return (rows as readonly Directory[]).toSorted((one, other) => order.compare(one.name, other.name));
}

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
    companiesStatement,
  ]);
  return { partners: byName(partners), companies: byName(companies) };
}

/** The names of all partners by key, in the order of the names. */
export async function partnerNames({ database }: Context): Promise<ReadonlyMap<string, string>> {
  const [rows = []] = await database.reader.read(committeeSession, [partnersStatement]);
  return new Map(byName(rows).map(({ id, name }) => [id, name]));
}
