import pg from 'pg';
import { v7 } from 'uuid';
import type { Listening } from '../kit/client.js';
import type { SeededPartner } from '../kit/town.js';
import { keyIn } from './readers.js';

/** Writes events about referrals repeatedly, as commands do, without the commands. */
export class Flood {
  readonly #told = new Map<string, string[]>();

  private constructor(private readonly client: pg.Client) {}

  static async open(ownerUrl: string): Promise<Flood> {
    const client = new pg.Client({ connectionString: ownerUrl });
    await client.connect();
    return new Flood(client);
  }

  /** The keys of the events for a partner, in order. */
  told(partner: SeededPartner): readonly string[] {
    return this.#told.get(partner.key) ?? [];
  }

  /** Writes the given number of events on a referral for a partner, in one transaction, and wakes the hubs; returns the number. */
  async tell(partner: SeededPartner, referral: string, count: number): Promise<number> {
    const ids = Array.from({ length: count }, () => v7());
    await this.client.query(
      `insert into event (id, partner_id, topic, kind, subject)
        select id, $2, 'REFERRAL', 'SENT', $3 from unnest($1::uuid[]) id`,
      [ids, partner.key, referral.replace('referral_', '')],
    );
    this.#told.set(partner.key, [...this.told(partner), ...ids]);
    await this.client.query('notify hub_event');
    return count;
  }

  async close(): Promise<void> {
    await this.client.end();
  }
}

/** The keys of the given number of next events. */
export async function keysOf(listening: Listening, count: number): Promise<string[]> {
  const keys: string[] = [];
  while (keys.length < count) keys.push(keyIn((await listening.next()).cursor));
  return keys;
}
