import { describe, expect, it } from '@jest/globals';
import { v7 } from 'uuid';
import { noticeOf } from '../../src/features/notifications/notice.js';
import type { Client } from '../kit/client.js';
import { validInput } from '../kit/commands.js';
import { testHub } from '../kit/hub.js';
import { randomFrom } from '../kit/random.js';
import { actionCommand } from '../kit/referral-actions.js';
import { registerPerson, type SeededMember, type SeededPartner } from '../kit/town.js';

/** The number of steps, each with a change of memberships and a command. */
const steps = 60;

const roles = ['CASEWORKER', 'CASEWORKER', 'PARTNER_ADMINISTRATOR', 'DATA_PROTECTION_OFFICER'];
/** Kinds that this test skips: they notify one chosen member, or may notify no member by design. */
const skipped = ['ASSIGNED', 'ESCALATED'];

interface Row {
  readonly id: string;
  readonly role: string;
  readonly kind: string;
  readonly email: string;
  readonly active: boolean;
}

describe('notifications under random changes of memberships', () => {
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

  /** Deactivates, reactivates or adds a member, changes a role, or makes a member a machine. Each partner keeps one active member who can open referrals. */
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

  /** The events since an id, for each partner that received them, with the members who were notified. */
  async function eventsSince(since: string) {
    return hub.owner<{
      partner: string;
      kind: string;
      by: string | null;
      actor: string | null;
      subject: string;
      notified: string[];
    }>(
      `select e.partner_id as partner, e.kind, e.by_id as by, e.member_id as actor, e.subject,
         array(select n.member_id from notification n join member m on m.id = n.member_id
           where n.referral_id = e.subject and n.kind = 'REFERRAL_' || e.kind and n.at = e.at
             and m.partner_id = e.partner_id) as notified
       from event e where e.topic = 'REFERRAL' and e.id > $1 order by e.id`,
      [since],
    );
  }

  it('every referral event notifies a member who can open the referral, and no member who cannot', async () => {
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
      const choice = random.below(4);
      if (!referral || choice === 0) {
        const input = validInput.sendReferral(person, sides[1], { confirmAlreadyReferred: true });
        const { referral: sent } = await (await reader(sides[0])).run(
          'sendReferral',
          input,
          'referral { id }',
        );
        referrals.push(sent.id);
      } else if (choice === 1) {
        const message = validInput.sendReferralMessage(referral, { text: 'When do you meet?' });
        await (await reader(pick(sides))).run('sendReferralMessage', message, 'message { id }');
      } else if (choice === 2) {
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
        const action = pick([
          'ACCEPT',
          'DECLINE',
          'CANCEL',
          'REQUEST_INFO',
          'REPLY',
          'WAITLIST',
          'START',
        ] as const);
        // Not every command is allowed in every state; a refusal emits no event.
        await (await reader(pick(sides))).run(...actionCommand(action, referral, version), 'referral { id }');
      }
      await hub.consumed();
      for (const { partner, kind, by, actor, subject, notified: to } of await eventsSince(since)) {
        const notice = noticeOf('REFERRAL', kind);
        if (!notice || skipped.includes(kind)) continue;
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
