import type pg from 'pg';
import type { PartnerSystem } from '../../../config/index.js';
import { type Counting, countDistinct } from '../distinct/count-distinct.js';
import type { AskedSystem } from '../distinct/partner-party.js';
import { protections } from '../protection/protections.js';
import { periodsDrawnIn } from '../releases/schedule.js';

/** The systems that the hub asks: those with an address, of partners that exist. */
export async function askedSystems(
  client: pg.Client,
  systems: readonly PartnerSystem[],
): Promise<AskedSystem[]> {
  const { rows } = await client.query<{ id: string; slug: string }>(
    'select id, slug from partner where slug = any ($1) order by id',
    [systems.map(({ partner }) => partner)],
  );
  return rows.flatMap(({ id, slug }) => {
    const url = systems.find(({ partner }) => partner === slug)?.url;
    return url ? [{ id, slug, url }] : [];
  });
}

/** Counts distinct persons with the systems, in the quarters and years that are drawn in a release. */
export async function countPersons(
  client: pg.Client,
  { asOf, ...counting }: Omit<Counting, 'period'> & { readonly asOf: string },
): Promise<void> {
  for (const period of periodsDrawnIn('PATHWAYS', asOf)) {
    const isCounted = period.span === 'QUARTER' || period.span === 'YEAR';
    if (isCounted && protections[counting.level].spans.includes(period.span))
      await countDistinct(client, { ...counting, period });
  }
}
