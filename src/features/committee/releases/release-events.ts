import type { EntityManager } from '@mikro-orm/postgresql';
import type { Consumer } from '../../../events/consumer-runner.js';
import { emitAsSystem, type SystemEvent } from '../../../events/outbox.js';
import { releaseQueue } from './release.queue.js';

/** The event of a coordinator who asks for a missed release, addressed to the coordinator's partner. */
export function requested(partner: string): SystemEvent {
  return { partner, topic: 'RELEASE', kind: 'REQUESTED', subject: partner };
}

/** Starts the making of releases that a coordinator has asked for. */
export const startRequested: Consumer = {
  name: 'committee releases',
  from: 'NOW',
  async consume(em, events, { jobs }) {
    const asked = events.filter(({ topic, kind }) => topic === 'RELEASE' && kind === 'REQUESTED');
    await jobs.send(
      em,
      releaseQueue,
      asked.map(() => ({ data: {} })),
    );
  },
};

/** How long a release may be due before it is late: a day, in which the job was tried several times. */
const patience = '1 day';

/** Tells the coordinators of the town, once, that a release is late. Runs as `hub_system`. */
export async function tellIfLate(em: EntityManager, asOf: string): Promise<void> {
  const towns = (await em.execute(
    `select id from partner where kind = 'TOWN' and now() > ?::date + interval '${patience}'
      and not exists (select from event where topic = 'RELEASE' and kind = 'LATE' and at >= ?::date)`,
    [asOf, asOf],
  )) as { id: string }[];
  await emitAsSystem(
    em,
    towns.map(({ id }) => ({ partner: id, topic: 'RELEASE', kind: 'LATE', subject: id })),
  );
}
