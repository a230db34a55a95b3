import pg from 'pg';
import { v7 } from 'uuid';
import type { Subscription } from '../kit/client.js';
import type { SeededPartner } from '../kit/town.js';
import { eventKeyOf } from './readers.js';

/** A flood of events: writes events about referrals directly into the database, without running commands. */
export class Flood {
  readonly #written = new Map<string, string[]>();

  private constructor(private readonly client: pg.Client) {}

  static async open(ownerUrl: string): Promise<Flood> {
    const client = new pg.Client({ connectionString: ownerUrl });
    await client.connect();
    return new Flood(client);
  }

  /** The keys of the events written for a partner, in order. */
  written(partner: SeededPartner): readonly string[] {
    return this.#written.get(partner.key) ?? [];
  }

  /** Writes `count` events on a referral for a partner in one transaction and notifies the hubs; returns `count`. */
  async emit(partner: SeededPartner, referral: string, count: number): Promise<number> {
    const ids = Array.from({ length: count }, () => v7());
    await this.client.query(
      `insert into event (id, partner_id, topic, kind, subject)
        select id, $2, 'REFERRAL', 'SENT', $3 from unnest($1::uuid[]) id`,
      [ids, partner.key, referral.replace('referral_', '')],
    );
    this.#written.set(partner.key, [...this.written(partner), ...ids]);
    await this.client.query('notify hub_event');
    return count;
  }

  async close(): Promise<void> {
    await this.client.end();
  }
}

/** Waits for the next `count` events; returns their keys. */
export async function nextKeys(listening: Subscription, count: number): Promise<string[]> {
  const keys: string[] = [];
  while (keys.length < count) keys.push(eventKeyOf((await listening.next()).cursor));
  return keys;
}
