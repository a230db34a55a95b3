import { loadTown } from '../../demo/town/load.js';
import { prepareCommittee } from '../../demo/town/releases.js';
import type { PartnerSystem } from '../../src/config/index.js';
import { makeReleases, makingOptions } from '../../src/features/committee/index.js';
import { asOwner } from './database.js';
import { hubSecret, type TestHub } from './hub.js';

/** A period of the committee's questions. */
export interface Period {
  readonly from: string;
  readonly until: string;
}

/**
 * Makes the releases of the committee's figures that are missing, as the hub's job does.
 * @param until the day until which releases are due; a later day than today also draws the periods of this year
 * @param systems the partners whose own systems take part
 * @param report is told of problems with these systems
 */
export async function release(
  hub: Pick<TestHub, 'owner' | 'ownerUrl'>,
  until = `${new Date().getFullYear() + 1}-12-01`,
  systems: readonly PartnerSystem[] = [],
  report?: Parameters<typeof makeReleases>[1],
): Promise<string[]> {
  await chooseLevel(hub);
  const options = makingOptions(hub.ownerUrl, { secret: hubSecret, partnerSystems: systems });
  return makeReleases({ ...options, until }, report);
}

/** Chooses the default level of protection, unless one is chosen. */
async function chooseLevel({ owner }: Pick<TestHub, 'owner'>): Promise<void> {
  await owner(
    `insert into committee_protection (id, level, chosen_by_id, chosen_at)
    select gen_random_uuid(), 'DEFAULT', id, now() from member
    where not exists (select from committee_protection) limit 1`,
  );
}

/** Loads the demonstration town with its releases and closed years, as the first start of a hub does. */
export function loadReleasedTown(hub: Pick<TestHub, 'ownerUrl'>): Promise<void> {
  return asOwner(hub.ownerUrl, async (owner) => {
    await loadTown(owner, hubSecret);
    await prepareCommittee(hub.ownerUrl, hubSecret);
    await makeReleases(makingOptions(hub.ownerUrl, { secret: hubSecret }));
  });
}
