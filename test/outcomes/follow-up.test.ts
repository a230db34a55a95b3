import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from '../kit/client.js';
import { refusalsOf, rowCountChanges, rowCounts, runCommand, validInput } from '../kit/commands.js';
import { sharedHub } from '../kit/hub.js';
import { daysAgo, daysAhead } from '../kit/town.js';
import { longPathway } from './ended.js';

const hub = sharedHub();
let caseworker: Client;
let colleague: Client;
let administrator: Client;

beforeAll(async () => {
  const csc = await hub.town.caseworker();
  caseworker = csc.client;
  ({ client: colleague } = await hub.town.signedInMember(csc.partner));
  ({ client: administrator } = await hub.town.signedInMember(csc.partner, 'PARTNER_ADMINISTRATOR'));
});

async function recorded(by: Client, occurredOn = daysAgo(1)): Promise<string> {
  const { pathway } = await longPathway(by);
  return (await runCommand(by, 'recordOutcome', validInput.recordOutcome(pathway, { occurredOn }))).id;
}

describe('the verification of an outcome', () => {
  it('requires a member other than the one who recorded it, and is possible once', async () => {
    const outcome = await recorded(caseworker);
    expect(await refusalsOf(caseworker, 'verifyOutcome', { outcome })).toEqual(['INVALID outcome']);
    const before = await rowCounts(hub);
    const verified = await runCommand(colleague, 'verifyOutcome', { outcome }, 'verifiedAt');
    expect(verified.verifiedAt).toMatch(/^\d{4}-/);
    expect(rowCountChanges(before, await rowCounts(hub))).toEqual({ event: 1 });
    expect(await refusalsOf(administrator, 'verifyOutcome', { outcome })).toEqual(['INVALID outcome']);
  });

  it('may be done by an administrator on an outcome that the administrator recorded', async () => {
    const outcome = await recorded(administrator);
    await runCommand(administrator, 'verifyOutcome', { outcome });
  });

  it('succeeds once, also with five concurrent calls', async () => {
    const outcome = await recorded(caseworker);
    const tries = Array.from({ length: 5 }, () =>
      colleague.run('verifyOutcome', { outcome }, 'outcome { id }'),
    );
    expect((await Promise.all(tries)).filter((it) => it.outcome)).toHaveLength(1);
  });
});

describe('the follow-up of an outcome', () => {
  it('must be at least five calendar months later', async () => {
    const shown = 'situationAt6Months followedUpOn';
    for (const [occurredOn, early, first] of [
      ['2023-01-15', '2023-06-14', '2023-06-15'],
      ['2023-09-30', '2024-02-28', '2024-02-29'],
    ] as const) {
      const outcome = await recorded(caseworker, occurredOn);
      const on = (followedUpOn: string) => ({ outcome, situation: 'JOB_SEEKING', followedUpOn });
      expect(await refusalsOf(caseworker, 'recordFollowUp', on(early))).toEqual(['INVALID followedUpOn']);
      expect(await refusalsOf(caseworker, 'recordFollowUp', on(daysAhead(2)))).toEqual([
        'INVALID followedUpOn',
      ]);
      expect(await runCommand(colleague, 'recordFollowUp', on(first), shown)).toEqual({
        situationAt6Months: 'JOB_SEEKING',
        followedUpOn: first,
      });
      expect(await refusalsOf(caseworker, 'recordFollowUp', on(first))).toEqual(['INVALID outcome']);
    }
  });

  it('does not change the situation, class and verification of the outcome', async () => {
    const outcome = await recorded(administrator, '2023-01-15');
    const shown = 'situation class verifiedAt';
    const verified = await runCommand(administrator, 'verifyOutcome', { outcome }, shown);
    expect(verified).toMatchObject({ situation: 'CDI', class: 'DURABLE' });
    const input = { outcome, situation: 'LOST_CONTACT', followedUpOn: '2023-07-15' };
    expect(await runCommand(caseworker, 'recordFollowUp', input, shown)).toEqual(verified);
  });
});
