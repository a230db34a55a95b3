import type { Context } from '../../../context.js';
import type { DatabaseRole } from '../../../database/database-role.js';
import { badInput, ClientError } from '../../../graphql/errors.js';
import type { ProtectionLevel } from '../protection/level.js';

/** The database role of the committee's reads. It can read releases and the names of partners and companies only. */
export const committeeSession: DatabaseRole = { role: 'hub_committee', variables: {} };

/** A release, as the database returns it. */
export interface ReleaseRow {
  readonly id: string;
  readonly asOf: string;
  /** The first day with data. */
  readonly since: string;
  readonly madeAt: Date;
  readonly level: ProtectionLevel;
  readonly partners: readonly string[];
  readonly missing: readonly string[];
  readonly accompanying: readonly string[];
  readonly definitions: Readonly<Record<string, { version: number; consolidationDays: number }>>;
}

/** A release whose figures are shown. */
export interface ShownRelease extends ReleaseRow {
  /** Whether the system of a partner was asked for a figure in it or in an earlier release. */
  readonly hasSystems: boolean;
}

/** The columns of a {@link ReleaseRow}, for a query of `committee_release`. */
const columns = `id, as_of::text as "asOf", since::text as since, made_at as "madeAt", level, partners, missing, accompanying, definitions`;

/** All releases that were made, the latest first. */
export async function readReleases({ database }: Pick<Context, 'database'>): Promise<readonly ReleaseRow[]> {
  const text = `select ${columns} from committee.release order by as_of desc`;
  const [rows = []] = await database.reader.read(committeeSession, [{ text, values: [] }]);
  return rows as unknown as ReleaseRow[];
}

/**
 * The release that a figure is read from.
 * @param asOf the day of the release; the latest one if left out
 * @throws a client's error when there is none
 */
export async function readRelease(
  asOf: string | null | undefined,
  { database }: Pick<Context, 'database'>,
): Promise<ShownRelease> {
  const text = `select ${columns}, exists (select from committee.activity a join committee.release e on e.id = a.release_id
      where e.as_of <= release.as_of) as "hasSystems"
    from committee.release where as_of = coalesce($1::date, as_of) order by as_of desc limit 1`;
  const [[row] = []] = await database.reader.read(committeeSession, [{ text, values: [asOf ?? null] }]);
  if (row) return row as unknown as ShownRelease;
  if (asOf) {
    throw badInput(
      {
        fr: 'Il n’y a pas d’arrêté des chiffres à cette date : choisissez-en un dans la liste des arrêtés.',
        en: 'There is no release of this day: choose one from the list of releases.',
      },
      ['release'],
    );
  }
  throw noRelease();
}

/** The error while there is no release yet. */
function noRelease(): ClientError {
  return new ClientError(
    {
      fr: 'Aucun arrêté des chiffres n’est encore prêt : le premier paraît le premier du mois, une fois le niveau de protection choisi par le délégué à la protection des données.',
      en: 'No release is ready yet: the first one is made on the first of a month, once the data protection officer has chosen the level of protection.',
    },
    { code: 'TRY_AGAIN_LATER', http: { status: 503 } },
  );
}
