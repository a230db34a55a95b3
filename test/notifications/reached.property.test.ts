import { describe, expect, it } from '@jest/globals';
import { v7 } from 'uuid';
import { noticeOf } from '../../src/features/notifications/notice.js';
import { rightInput } from '../kit/acts.js';
import type { Client } from '../kit/client.js';
import { testHub } from '../kit/hub.js';
import { randomFrom } from '../kit/random.js';
import { call } from '../kit/referral-acts.js';
import { registerPerson, type SeededMember, type SeededPartner } from '../kit/town.js';

/** How many changes of memberships and acts there are. */
const steps = 60;

const roles = ['CASEWORKER', 'CASEWORKER', 'PARTNER_ADMINISTRATOR', 'DATA_PROTECTION_OFFICER'];
/** Told to whom it concerns by itself, or to nobody by design. */
const ownAffair = ['ASSIGNED', 'ESCALATED'];

interface Row {
  readonly id: string;
  readonly role: string;
  readonly kind: string;
  readonly email: string;
  readonly active: boolean;
}

describe('whatever becomes of the members', () => {
  const hub = testHub();
  const { random } = randomFrom('REACHED_SEED');
  const pick = <Item>(items: readonly Item[]): Item => items[random.below(items.length)] as Item;
  const clients = new Map<string, Client>();
  const members = (partner: SeededPartner) =>
    hub.owner<Row>(
      `select id, role::text, kind::text, email, deactivated_at is null as active from member
       where partner_id = $1 order by id`,
      [partner.key],
    );
  const canOpen = ({ role, kind, active }: Row) =>
    active && kind === 'PERSON' && ['CASEWORKER', 'PARTNER_ADMINISTRATOR'].includes(role);
  const as = async (partner: SeededPartner, { id, email }: Row): Promise<Client> => {
    const member: SeededMember = { email, key: id, partner };
    if (!clients.has(id)) clients.set(id, await hub.as(member));
    return clients.get(id) as Client;
  };

  /** Somebody leaves, comes back, comes, changes role or turns out to be a machine; a partner keeps an active reader. */
  async function changeMembers(partner: SeededPartner): Promise<void> {
    const all = await members(partner);
    const one = pick(all);
    const isLast = canOpen(one) && all.filter(canOpen).length === 1;
    switch (random.below(5)) {
      case 0:
        if (!isLast) await hub.owner('update member set deactivated_at = now() where id = $1', [one.id]);
        return;
      case 1:
        return void (await hub.owner('update member set deactivated_at = null where id = $1', [one.id]));
      case 2:
        if (!isLast && one.kind === 'PERSON')
          await hub.owner('update member set role = $2::member_role where id = $1', [one.id, pick(roles)]);
        return;
      case 3:
        if (!isLast)
          await hub.owner(
            `update member set kind = 'MACHINE', client_id = id::text, subject = id::text, email = null where id = $1`,
            [one.id],
          );
        return;
      default:
        await hub.town.member(partner, pick(roles));
    }
  }

  /** Each partner that was told an event since, with whom it notified. */
  async function told(since: string) {
    return hub.owner<{
      partner: string;
      kind: string;
      by: string | null;
      actor: string | null;
      subject: string;
      told: string[];
    }>(
      `select e.partner_id as partner, e.kind, e.by_id as by, e.member_id as actor, e.subject,
         array(select n.member_id from notification n join member m on m.id = n.member_id
           where n.referral_id = e.subject and n.kind = 'REFERRAL_' || e.kind and n.at = e.at
             and m.partner_id = e.partner_id) as told
       from event e where e.topic = 'REFERRAL' and e.id > $1 order by e.id`,
      [since],
    );
  }

  it('every event of a referral reaches somebody who can open it, and nobody who cannot', async () => {
    const sides = [await hub.town.partner(), await hub.town.partner()] as const;
    for (const partner of sides)
      for (const role of ['CASEWORKER', 'PARTNER_ADMINISTRATOR']) await hub.town.member(partner, role);
    const person = await registerPerson(await as(sides[0], (await members(sides[0]))[0] as Row));
    const referrals: string[] = [];
    const seen = { reached: 0, opened: 0 };

    for (let step = 0; step < steps; step++) {
      await changeMembers(pick(sides));
      const since = v7();
      const reader = async (side: SeededPartner) => as(side, pick((await members(side)).filter(canOpen)));
      const referral = pick(referrals);
      const turn = random.below(4);
      if (!referral || turn === 0) {
        const input = rightInput.sendReferral(person, sides[1], { confirmAlreadyReferred: true });
        const { referral: sent } = await (await reader(sides[0])).act(
          'sendReferral',
          input,
          'referral { id }',
        );
        referrals.push(sent.id);
      } else if (turn === 1) {
        const message = rightInput.sendReferralMessage(referral, { text: 'When do you meet?' });
        await (await reader(pick(sides))).act('sendReferralMessage', message, 'message { id }');
      } else if (turn === 2) {
        const event = 'insert into event (id, partner_id, topic, kind, subject) values ($1, $2, $3, $4, $5)';
        await hub.owner(event, [
          v7(),
          pick(sides).key,
          'REFERRAL',
          'REMINDED',
          referral.slice('referral_'.length),
        ]);
      } else {
        const [{ version }] = (await hub.owner('select version from referral where id = $1', [
          referral.slice('referral_'.length),
        ])) as [{ version: number }];
        const act = pick([
          'ACCEPT',
          'DECLINE',
          'CANCEL',
          'REQUEST_INFO',
          'REPLY',
          'WAITLIST',
          'START',
        ] as const);
        // Not every act fits; a refusal tells nobody.
        await (await reader(pick(sides))).act(...call(act, referral, version), 'referral { id }');
      }
      await hub.consumed();
      for (const { partner, kind, by, actor, subject, told: to } of await told(since)) {
        const notice = noticeOf('REFERRAL', kind);
        if (!notice || ownAffair.includes(kind)) continue;
        const side = sides.find(({ key }) => key === partner) as SeededPartner;
        const isSender = side === sides[0];
        const concerned =
          notice.to.side === undefined ||
          (notice.to.side === 'OTHER' ? by !== partner : (notice.to.side === 'SENDER') === isSender);
        if (!concerned) continue;
        const could = (await members(side)).filter((it) => canOpen(it) && it.id !== actor);
        expect([step, kind, to.length > 0 || could.length === 0]).toEqual([step, kind, true]);
        seen.reached += to.length;
        for (const id of to) {
          const addressee = could.find((it) => it.id === id);
          expect([step, kind, addressee]).toEqual([step, kind, expect.anything()]);
          const query = 'query ($id: ID!) { referral(id: $id) { id } }';
          const opened = await (await as(side, addressee as Row)).data(query, { id: `referral_${subject}` });
          expect(opened).toEqual({ referral: { id: `referral_${subject}` } });
          seen.opened += 1;
        }
      }
    }
    expect(seen.opened).toBeGreaterThan(steps / 4);
  });
});
