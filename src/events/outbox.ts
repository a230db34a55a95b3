import type { EntityManager } from '@mikro-orm/postgresql';
import { v7 } from 'uuid';
import type { Topic } from './topics.js';

/** An event without an author, emitted by the hub itself. */
export interface SystemEvent {
  /** The recipient. */
  readonly partner: string;
  /** The member of the recipient to whom alone the event is addressed. */
  readonly member?: string;
  readonly topic: Topic;
  readonly kind: string;
  /** The id of the object that the event is about. */
  readonly subject: string;
}

/** Writes events of the hub in the transaction of `em`, which runs as `hub_system`. */
export async function emitAsSystem(em: EntityManager, events: readonly SystemEvent[]): Promise<void> {
  if (events.length === 0) return;
  // Increasing ids keep the events of one transaction in order.
  const rows = events.map((event) => ({ id: v7(), ...event }));
  await em.execute(
    `insert into event (id, partner_id, to_member_id, topic, kind, subject)
      select id, partner, member, topic, kind, subject
      from jsonb_to_recordset(?::text::jsonb)
        as emitted(id uuid, partner uuid, member uuid, topic text, kind text, subject uuid)`,
    [JSON.stringify(rows)],
  );
}
