import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from '../kit/client.js';
import { runCommand } from '../kit/commands.js';
import { inTime } from '../kit/expiry.js';
import { expectSoon, figure } from '../kit/figures.js';
import { testHub } from '../kit/hub.js';
import { audience, type IdentityProvider, newKeys, startIdentityProvider } from '../kit/identity-provider.js';
import { RawSocket } from '../kit/raw-socket.js';
import { registerPerson, type SeededMember, sendReferral } from '../kit/town.js';
import { Flood } from './flood.js';

/** The time within which a stream must end or change, in milliseconds. */
const limit = 1000;

describe('a live stream', () => {
  let provider: IdentityProvider;
  let flood: Flood;
  /** The URL of a second hub on the same database, which accepts the provider's tokens; the streams use it. */
  let otherHub: string;

  afterAll(async () => {
    await flood.close();
    await provider.stop();
  });
  const hub = testHub();
  beforeAll(async () => {
    provider = await startIdentityProvider([await newKeys('RS256', 'of-a-test')]);
    otherHub = (
      await hub.startAnother({
        AUTH_ISSUER: provider.issuer,
        AUTH_AUDIENCE: audience,
        AUTH_JWKS_URL: provider.jwksUrl,
      })
    ).url;
    flood = await Flood.open(hub.ownerUrl);
  });

  const tokenOf = ({ email }: SeededMember, claims = {}) => provider.token({ sub: email, ...claims });
  const subscribe = async (token: string): Promise<RawSocket> => {
    const raw = await RawSocket.signedIn(otherHub, token);
    raw.subscribe('events', 'subscription { referralEvents { cursor } }');
    raw.subscribe('ready', '{ viewer { role } }');
    await raw.message((it) => it.id === 'ready');
    return raw;
  };
  /** Waits until the hub has closed a socket; returns the code and the reason, and the milliseconds since `start`. */
  const closeOf = async (raw: RawSocket, start: () => number) => {
    const code = await raw.closed;
    return { codeAndReason: [code, raw.reason], after: Math.round(Date.now() - start()) };
  };

  it('ends when its token expires', async () => {
    const { member, partner } = await hub.town.caseworker();
    const referral = await sendSomeReferral();
    const { exp, raw } = await inTime({ seconds: 5 }, async (exp) => {
      const raw = await subscribe(await tokenOf(member, { exp }));
      await flood.emit(partner, referral, 1);
      await raw.message((it) => it.id === 'events');
      return { exp, raw };
    });
    const { codeAndReason, after } = await closeOf(raw, () => exp * 1000);
    expect(codeAndReason).toEqual([4403, 'token expired']);
    expect(after).toBeGreaterThanOrEqual(0);
    expectSoon(after, limit);
    figure('the token of a live stream expires: 4403 within 1 s', `${after} ms, "token expired"`);
  });

  const sendSomeReferral = async () => {
    const { client } = await hub.town.caseworker();
    return sendReferral(client, await registerPerson(client), (await hub.town.caseworker()).partner);
  };

  it.each([
    ['is deactivated', 'deactivateMember', {}, 'member deactivated'],
    ['gets another role', 'setMemberRole', { role: 'PARTNER_ADMINISTRATOR' }, 'role changed'],
  ] as const)('ends when its member %s at another process', async (change, command, fields, reason) => {
    const { client, partner } = await hub.town.signedInMember(
      await hub.town.partner(),
      'PARTNER_ADMINISTRATOR',
    );
    const took: number[] = [];
    for (let run = 0; run < 3; run++) {
      const member = await hub.town.member(partner);
      const raw = await subscribe(await tokenOf(member));
      await runCommand(client, command, { member: `member_${member.key}`, ...fields });
      const answeredAt = Date.now();
      const { codeAndReason, after } = await closeOf(raw, () => answeredAt);
      expect(codeAndReason).toEqual([4403, reason]);
      took.push(after);
    }
    expectSoon(Math.max(...took), limit);
    figure(`the member of a live stream ${change}: 4403 within 1 s`, `${took.join(', ')} ms, "${reason}"`);
  });

  it('contains no data of a person after the person has withdrawn, also during a flood of events', async () => {
    const sender = await hub.town.caseworker();
    const receiver = await hub.town.caseworker();
    const client = new Client(otherHub, await tokenOf(receiver.member));
    const took: number[] = [];
    for (let run = 0; run < 5; run++) {
      const person = await registerPerson(sender.client);
      const referral = await sendReferral(sender.client, person, receiver.partner);
      const { beneficiary } = await sender.client.data(
        'query ($id: ID!) { beneficiary(id: $id) { sharings { id basis } } }',
        { id: person },
      );
      const { id: sharing } = beneficiary.sharings.find((it: { basis: string }) => it.basis === 'REFERRAL');
      const stream = await client.subscribe('referral { id beneficiary { id } }');
      let stopped = false;
      let written = 0;
      let read = 0;
      const flooding = (async () => {
        // Stays only a little ahead of the reader, so that a slow machine has no more unread events than others.
        while (!stopped) {
          if (written - read > 100) await pause(1);
          else written += await flood.emit(receiver.partner, referral, 10);
        }
      })();
      let withdrawn: Promise<number> | undefined;
      let lastWithPerson = 0;
      for (let withPerson = 0, withoutPerson = 0; withoutPerson < 50; ) {
        const event = await stream.next();
        // An event about the previous person, which the flood wrote before.
        if (event.referral.id !== referral) continue;
        read += 1;
        if (event.referral.beneficiary) {
          expect(withoutPerson).toBe(0);
          lastWithPerson = performance.now();
          if (++withPerson === 30)
            withdrawn = runCommand(sender.client, 'withdrawSharing', { sharing }).then(() =>
              performance.now(),
            );
        } else withoutPerson += 1;
      }
      stopped = true;
      await Promise.all([flooding, stream.stop()]);
      took.push(Math.max(0, Math.round(lastWithPerson - ((await withdrawn) as number))));
    }
    expectSoon(Math.max(...took), limit);
    figure('a person withdraws: no event contains the person after 1 s', `${took.join(', ')} ms`);
    await client.close();
  });
});
