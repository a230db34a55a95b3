import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from '../kit/client.js';
import { done } from '../kit/commands.js';
import { expectSoon, figure } from '../kit/figures.js';
import { testHub } from '../kit/hub.js';
import {
  audience,
  type IdentityProvider,
  inSeconds,
  newKeys,
  startIdentityProvider,
} from '../kit/identity-provider.js';
import { RawSocket } from '../kit/raw-socket.js';
import { registerPerson, type SeededMember, sendReferral } from '../kit/town.js';
import { Flood } from './flood.js';

const withinMs = 1000;

describe('a live stream', () => {
  let provider: IdentityProvider;
  let flood: Flood;
  /** A second hub on the same database, which accepts the provider's tokens; the streams use it. */
  let other: string;

  afterAll(async () => {
    await flood.close();
    await provider.stop();
  });
  const hub = testHub();
  beforeAll(async () => {
    provider = await startIdentityProvider([await newKeys('RS256', 'of-a-test')]);
    other = (
      await hub.another({
        AUTH_ISSUER: provider.issuer,
        AUTH_AUDIENCE: audience,
        AUTH_JWKS_URL: provider.jwksUrl,
      })
    ).url;
    flood = await Flood.open(hub.ownerUrl);
  });

  const tokenOf = ({ email }: SeededMember, claims = {}) => provider.token({ sub: email, ...claims });
  const listening = async (token: string): Promise<RawSocket> => {
    const raw = await RawSocket.signedIn(other, token);
    raw.subscribe('events', 'subscription { referralEvents { cursor } }');
    raw.subscribe('placed', '{ viewer { role } }');
    await raw.message((it) => it.id === 'placed');
    return raw;
  };
  /** The code and reason with which a socket is closed, and the time since a moment. */
  const closing = async (raw: RawSocket, moment: () => number) => {
    const code = await raw.closed;
    return { why: [code, raw.reason], after: Math.round(Date.now() - moment()) };
  };

  it('ends when its token expires', async () => {
    const { member, partner } = await hub.town.caseworker();
    const exp = inSeconds(10);
    const raw = await listening(await tokenOf(member, { exp }));
    await flood.tell(partner, await aReferral(), 1);
    await raw.message((it) => it.id === 'events');
    const { why, after } = await closing(raw, () => exp * 1000);
    expect(why).toEqual([4403, 'token expired']);
    expect(after).toBeGreaterThanOrEqual(0);
    expectSoon(after, withinMs);
    figure('the token of a live stream expires: 4403 within 1 s', `${after} ms, "token expired"`);
  });

  const aReferral = async () => {
    const { client } = await hub.town.caseworker();
    return sendReferral(client, await registerPerson(client), (await hub.town.caseworker()).partner);
  };

  it.each([
    ['is deactivated', 'deactivateMember', {}, 'member deactivated'],
    ['gets another role', 'setMemberRole', { role: 'PARTNER_ADMINISTRATOR' }, 'role changed'],
  ] as const)('ends when its member %s, on every process', async (what, command, more, reason) => {
    const { client, partner } = await hub.town.signedIn(await hub.town.partner(), 'PARTNER_ADMINISTRATOR');
    const took: number[] = [];
    for (let run = 0; run < 3; run++) {
      const member = await hub.town.member(partner);
      const raw = await listening(await tokenOf(member));
      await done(client, command, { member: `member_${member.key}`, ...more });
      const acted = Date.now();
      const { why, after } = await closing(raw, () => acted);
      expect(why).toEqual([4403, reason]);
      took.push(after);
    }
    expectSoon(Math.max(...took), withinMs);
    figure(`its member ${what}: 4403 within 1 s`, `${took.join(', ')} ms, "${reason}"`);
  });

  it('continues without a person who withdraws during a flood of events', async () => {
    const sender = await hub.town.caseworker();
    const receiver = await hub.town.caseworker();
    const client = new Client(other, await tokenOf(receiver.member));
    const took: number[] = [];
    for (let run = 0; run < 5; run++) {
      const person = await registerPerson(sender.client);
      const referral = await sendReferral(sender.client, person, receiver.partner);
      const { beneficiary } = await sender.client.data(
        'query ($id: ID!) { beneficiary(id: $id) { sharings { id basis } } }',
        { id: person },
      );
      const { id: sharing } = beneficiary.sharings.find((it: { basis: string }) => it.basis === 'REFERRAL');
      const stream = await client.listen('referral { id beneficiary { id } }');
      let over = false;
      let told = 0;
      let read = 0;
      const flooding = (async () => {
        // A little ahead of the reader, so that the number of unread events is the same on a slow machine.
        while (!over) {
          if (told - read > 100) await pause(1);
          else told += await flood.tell(receiver.partner, referral, 10);
        }
      })();
      let withdrawn: Promise<number> | undefined;
      let last = 0;
      for (let seen = 0, without = 0; without < 50; ) {
        const event = await stream.next();
        // The rest of the flood about the previous person.
        if (event.referral.id !== referral) continue;
        read += 1;
        if (event.referral.beneficiary) {
          expect(without).toBe(0);
          last = performance.now();
          if (++seen === 30)
            withdrawn = done(sender.client, 'withdrawSharing', { sharing }).then(() => performance.now());
        } else without += 1;
      }
      over = true;
      await Promise.all([flooding, stream.stop()]);
      took.push(Math.max(0, Math.round(last - ((await withdrawn) as number))));
    }
    expectSoon(Math.max(...took), withinMs);
    figure('a person withdraws: no event contains the person after 1 s', `${took.join(', ')} ms`);
    await client.close();
  });
});
