import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Client, Data } from '../kit/client.js';
import {
  refusalsOf,
  rowCountChanges,
  rowCounts,
  runCommand,
  validInput,
  waitForLockWaiters,
} from '../kit/commands.js';
import { asOwner, ofCommand } from '../kit/database.js';
import { sharedHub } from '../kit/hub.js';
import { daysAgo, daysAhead, registerPerson, type SeededPartner, sendReferral } from '../kit/town.js';

const hub = sharedHub();
let csc: Client;
let cscPartner: SeededPartner;
let relais: Client;
let relaisPartner: SeededPartner;
let aspe: Client;
let aspePartner: SeededPartner;

beforeAll(async () => {
  ({ client: csc, partner: cscPartner } = await hub.town.caseworker());
  ({ client: relais, partner: relaisPartner } = await hub.town.caseworker());
  ({ client: aspe, partner: aspePartner } = await hub.town.caseworker());
});

const keyOf = (id: string) => id.replace(/^\w+_/, '');
const sees = async (client: Client, id: string): Promise<string | undefined> => {
  const { beneficiary } = await client.data(
    'query ($id: ID!) { beneficiary(id: $id) { access { scope } } }',
    { id },
  );
  return beneficiary?.access.scope;
};
const agree = (client: Client, person: string, partner: SeededPartner, changes: Data = {}) =>
  runCommand(client, 'recordSharingAgreement', validInput.recordSharingAgreement(person, partner, changes));
const sharingsOf = async (person: string): Promise<Data[]> => {
  const query = 'query ($id: ID!) { beneficiary(id: $id) { sharings { id basis scope partner { id } } } }';
  return (await csc.data(query, { id: person })).beneficiary.sharings;
};
const sharingWith = async (person: string, partner: SeededPartner): Promise<string> =>
  (await sharingsOf(person)).find((it) => it.partner.id === partner.id)?.id;

/** The same day, the given number of years later. */
function inYears(day: string, count: number): string {
  return `${Number(day.slice(0, 4)) + count}${day.slice(4)}`.replace('02-29', '02-28');
}
const inParis = (instant: string) => new Date(instant).toLocaleString('sv-SE', { timeZone: 'Europe/Paris' });

describe('recordSharingAgreement', () => {
  it.each([
    [undefined, (agreedOn: string) => inYears(agreedOn, 1)],
    [daysAhead(30), () => daysAhead(30)],
    [daysAhead(0), () => daysAhead(0)],
  ])('until %s ends at midnight in the town’s time zone after the last day', async (until, lastDay) => {
    const person = await registerPerson(csc);
    const agreedOn = daysAgo(10);
    const input = validInput.recordSharingAgreement(person, relaisPartner, { agreedOn, until });
    const sharing = await runCommand(
      csc,
      'recordSharingAgreement',
      input,
      'basis scope until partner { id }',
    );
    expect(sharing).toMatchObject({
      basis: 'AGREEMENT',
      scope: 'PATHWAY',
      partner: { id: relaisPartner.id },
    });
    const last = new Date(Date.parse(sharing.until) - 1).toISOString();
    expect(inParis(last)).toBe(`${lastDay(agreedOn)} 23:59:59`);
    expect(await sees(relais, person)).toBe('PATHWAY');
  });

  it.each([
    ['agreed on 13 months ago', { agreedOn: daysAgo(400) }, ['INVALID agreedOn']],
    ['agreed on tomorrow', { agreedOn: daysAhead(2) }, ['INVALID agreedOn']],
    ['until a day of last week', { until: daysAgo(7) }, ['INVALID until']],
    ['for more than 12 months', { until: daysAhead(366) }, ['INVALID until']],
  ])('%s is refused', async (_, changes, reasons) => {
    const person = await registerPerson(csc);
    const before = await rowCounts(hub);
    const input = validInput.recordSharingAgreement(person, relaisPartner, changes);
    expect(await refusalsOf(csc, 'recordSharingAgreement', input)).toEqual(reasons);
    expect(rowCountChanges(before, await rowCounts(hub))).toEqual({});
    expect(await sees(relais, person)).toBeUndefined();
  });

  it('refuses the own partner and a scope wider than the own access', async () => {
    const person = await registerPerson(csc);
    const own = validInput.recordSharingAgreement(person, cscPartner);
    expect(await refusalsOf(csc, 'recordSharingAgreement', own)).toEqual(['INVALID partner']);
    await agree(csc, person, relaisPartner, { scope: 'PATHWAY' });
    const further = validInput.recordSharingAgreement(person, aspePartner, { scope: 'FOLLOW_UP' });
    expect(await refusalsOf(relais, 'recordSharingAgreement', further)).toEqual(['AGREEMENT_REQUIRED scope']);
    expect(await sees(aspe, person)).toBeUndefined();
    await agree(relais, person, aspePartner, { scope: 'PATHWAY' });
    expect(await sees(aspe, person)).toBe('PATHWAY');
  });

  it('is NOT_FOUND for a person who is not visible and for a partner that does not exist', async () => {
    const person = await registerPerson(csc);
    const about = validInput.recordSharingAgreement(person, relaisPartner);
    expect(await refusalsOf(aspe, 'recordSharingAgreement', about)).toEqual(['NOT_FOUND beneficiary']);
    const unknownPartner = { ...about, partner: 'partner_00000000-0000-7000-8000-000000000000' };
    expect(await refusalsOf(csc, 'recordSharingAgreement', unknownPartner)).toEqual(['NOT_FOUND partner']);
    const toOneself = { ...about, partner: aspePartner.id, beneficiary: person };
    expect(await refusalsOf(aspe, 'recordSharingAgreement', toOneself)).toEqual(['NOT_FOUND beneficiary']);
  });
});

describe('a sharing', () => {
  /** A person of CSC whom Club Relais shared with a third partner, so that holder, granter and referent differ. */
  async function threeSides() {
    const holder = await hub.town.caseworker();
    const person = await registerPerson(csc);
    await agree(csc, person, relaisPartner);
    await agree(csc, person, aspePartner);
    const sharing = await agree(relais, person, holder.partner);
    return { person, sharing: sharing.id as string, holder: holder.client, granter: relais, referent: csc };
  }

  it.each(['holder', 'granter', 'referent'] as const)(
    'can be withdrawn by its %s, with immediate effect',
    async (side) => {
      const { person, sharing, holder, ...others } = await threeSides();
      expect(await sees(holder, person)).toBe('PATHWAY');
      const input = { sharing, reason: '  The person asked for it ' };
      await runCommand({ holder, ...others }[side], 'withdrawSharing', input);
      expect(await sees(holder, person)).toBeUndefined();
      const [row] = await hub.owner('select end_reason from sharing where id = $1', [keyOf(sharing)]);
      expect(row).toEqual({ end_reason: 'The person asked for it' });
    },
  );

  it('withdrawSharing is NOT_FOUND for other partners, whether or not they see the person', async () => {
    const { person, sharing, holder } = await threeSides();
    const stranger = (await hub.town.caseworker()).client;
    for (const client of [aspe, stranger]) {
      expect(await refusalsOf(client, 'withdrawSharing', { sharing })).toEqual(['NOT_FOUND sharing']);
    }
    expect(await sees(holder, person)).toBe('PATHWAY');
  });

  it('of the referent cannot be withdrawn: INVALID for the referent, NOT_FOUND for others', async () => {
    const person = await registerPerson(csc);
    await agree(csc, person, relaisPartner);
    const sharing = await sharingWith(person, cscPartner);
    expect(await refusalsOf(csc, 'withdrawSharing', { sharing })).toEqual(['INVALID sharing']);
    expect(await refusalsOf(relais, 'withdrawSharing', { sharing })).toEqual(['NOT_FOUND sharing']);
  });

  it('repeated and concurrent withdrawals take effect once', async () => {
    const person = await registerPerson(csc);
    const { id: sharing } = await agree(csc, person, relaisPartner);
    const before = await rowCounts(hub);
    const times = await Promise.all(
      Array.from({ length: 20 }, () => runCommand(csc, 'withdrawSharing', { sharing }, 'id endedAt')),
    );
    times.push(await runCommand(csc, 'withdrawSharing', { sharing }, 'id endedAt'));
    expect(new Set(times.map(({ endedAt }) => endedAt)).size).toBe(1);
    expect(rowCountChanges(before, await rowCounts(hub))).toEqual({ event: 2 });
  });
});

describe('withdrawing the sharing of a referral', () => {
  it.each([
    ['sent', undefined],
    ['accepted', 'acceptReferral'],
  ] as const)('cancels the %s referral, with the hub as the origin', async (_, command) => {
    const person = await registerPerson(csc);
    const referral = await sendReferral(csc, person, relaisPartner);
    if (command) await runCommand(relais, command, { referral, expectedVersion: 1 });
    const atRelais = await relais.subscribe('kind by { id } referral { status beneficiary { id } }');
    await runCommand(csc, 'withdrawSharing', { sharing: await sharingWith(person, relaisPartner) });
    expect(await atRelais.until('CANCELLED')).toEqual({
      kind: 'CANCELLED',
      by: null,
      referral: { status: 'CANCELLED', beneficiary: null },
    });
    await atRelais.stop();
    const query =
      'query ($id: ID!) { referral(id: $id) { status closedAt viewerCan transitions { to by { id } } } }';
    const shown = (await csc.data(query, { id: referral })).referral;
    expect(shown).toMatchObject({ status: 'CANCELLED', viewerCan: ['ENTER_IN_ERROR', 'REFER_AGAIN'] });
    expect(shown.closedAt).not.toBeNull();
    expect(shown.transitions.at(-1)).toEqual({ to: 'CANCELLED', by: null });
  });

  it('by the id of the sharing from before acceptance also ends the sharing after acceptance', async () => {
    const person = await registerPerson(csc);
    const referral = await sendReferral(csc, person, relaisPartner);
    const sharing = await sharingWith(person, relaisPartner);
    await runCommand(relais, 'acceptReferral', { referral, expectedVersion: 1 });
    expect(await sharingWith(person, relaisPartner)).not.toBe(sharing);
    await runCommand(csc, 'withdrawSharing', { sharing });
    expect(await sees(relais, person)).toBeUndefined();
  });

  it('does not change a referral that has ended, and ends the access', async () => {
    const person = await registerPerson(csc);
    const referral = await sendReferral(csc, person, relaisPartner);
    await runCommand(relais, 'acceptReferral', { referral, expectedVersion: 1 });
    await runCommand(relais, 'completeReferral', {
      referral,
      expectedVersion: 2,
      outcome: 'SERVICE_RECEIVED',
    });
    await runCommand(csc, 'withdrawSharing', { sharing: await sharingWith(person, relaisPartner) });
    expect(await sees(relais, person)).toBeUndefined();
    const { referral: shown } = await csc.data('query ($id: ID!) { referral(id: $id) { status version } }', {
      id: referral,
    });
    expect(shown).toEqual({ status: 'COMPLETED', version: 3 });
  });

  it('does not deadlock with a concurrent acceptance', async () => {
    const person = await registerPerson(csc);
    const referral = await sendReferral(csc, person, relaisPartner);
    const sharing = await sharingWith(person, relaisPartner);
    const [withdrawn, accepted] = await asOwner(hub.ownerUrl, async (owner) => {
      await owner.query('begin');
      await owner.query('select from sharing where id = $1 for update', [keyOf(sharing)]);
      const withdrawal = csc.run('withdrawSharing', { sharing }, 'sharing { id }');
      await waitForLockWaiters(hub, 1);
      const acceptance = relais.run('acceptReferral', { referral, expectedVersion: 1 }, 'referral { id }');
      await waitForLockWaiters(hub, 2);
      await owner.query('rollback');
      return Promise.all([withdrawal, acceptance]);
    });
    expect(withdrawn.userErrors).toEqual([]);
    expect(accepted.userErrors).toMatchObject([{ code: 'STALE_VERSION' }]);
    expect(await sees(relais, person)).toBeUndefined();
  });

  it('concurrently with an answer ends all access, and events keep the order of the changes', async () => {
    const persons = await Promise.all(Array.from({ length: 20 }, () => registerPerson(csc)));
    for (const [index, person] of persons.entries()) {
      const referral = await sendReferral(csc, person, relaisPartner);
      const sharing = await sharingWith(person, relaisPartner);
      const commands = [
        () => runCommand(csc, 'withdrawSharing', { sharing }),
        () => relais.run('acceptReferral', { referral, expectedVersion: 1 }, 'referral { id }'),
      ];
      await Promise.all((index % 2 ? commands : commands.reverse()).map((command) => command()));
      expect(await sees(relais, person)).toBeUndefined();
      const changes = await hub.owner(
        'select "to", at from referral_transition where referral_id = $1 order by version',
        [keyOf(referral)],
      );
      const events = await hub.owner(
        `select kind as "to", at from event where subject = $1 and partner_id = $2 and ${ofCommand} order by xid, id`,
        [keyOf(referral), cscPartner.key],
      );
      expect(events.slice(1)).toEqual(changes.slice(1));
      expect(changes.at(-1)).toMatchObject({ to: 'CANCELLED' });
    }
  });
});
