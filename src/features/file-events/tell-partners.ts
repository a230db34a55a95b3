import type { Consumer } from '../../events/consumer-runner.js';
import { emitAsSystem, type SystemEvent } from '../../events/outbox.js';
import type { Topic } from '../../events/topics.js';

/** The topics of events about objects in persons' files, as `access.file_changes` knows them. */
const topics: ReadonlySet<Topic> = new Set<Topic>([
  ...(['APPOINTMENT', 'ATTENDANCE', 'BARRIER', 'BENEFICIARY', 'CONTACT', 'CONTRACT', 'CRITERION'] as const),
  ...(['NOTE', 'OBJECTIVE', 'OUTCOME', 'PATHWAY', 'REFERRAL', 'SHARING', 'STEP'] as const),
]);

/**
 * Tells the partners that see a person of changes in the person's file. A consumer does this, and not the commands: a
 * command knows its own partner, while who sees the person is decided by the sharings at the time of telling, so that
 * nobody is told after a withdrawal.
 */
export const tellPartners: Consumer = {
  name: 'file events',
  from: 'NOW',
  async consume(em, events) {
    const changes = events
      .filter(({ topic }) => topics.has(topic))
      .map(({ topic, kind, subject }) => ({ topic, kind, subject }));
    if (changes.length === 0) return;
    const told = (await em.execute(
      `select partner, 'FILE' as topic, part as kind, person as subject from access.file_changes(?::text::jsonb)`,
      [JSON.stringify(changes)],
    )) as SystemEvent[];
    await emitAsSystem(em, told);
  },
};
