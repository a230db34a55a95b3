import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Client, type Data } from '../kit/client.js';
import { type CommandName, growth, objectOf, rightInput, rowCounts } from '../kit/commands.js';
import { figure } from '../kit/figures.js';
import { testHub } from '../kit/hub.js';
import { TcpProxy } from '../kit/proxy.js';
import { registerPerson, type SeededPartner } from '../kit/town.js';

const hub = testHub();
let proxy: TcpProxy;
/** One member at one hub, at another hub on the same database, and through the proxy. */
let here: Client;
let there: Client;
let far: Client;
let partner: SeededPartner;
afterAll(() => proxy.close());

beforeAll(async () => {
  const { client, member } = await hub.town.caseworker();
  here = client;
  there = await (await hub.another()).as(member);
  proxy = await TcpProxy.open(there.url);
  far = new Client(proxy.url, client.token);
  ({ partner } = await hub.town.caseworker());
});

/** The complete payload of a command. */
const payloadOf = (client: Client, command: CommandName, input: Data): Promise<Data> =>
  client.run(command, input, `${objectOf(command)} { id }`);

it('fifty concurrent identical commands at two hubs have one effect and the same answer', async () => {
  const input = rightInput.sendReferral(await registerPerson(here), partner);
  const before = await rowCounts(hub);
  const start = performance.now();
  const replies = await Promise.all(
    Array.from({ length: 50 }, (_, index) => payloadOf(index % 2 ? here : there, 'sendReferral', input)),
  );
  const took = Math.round(performance.now() - start);
  const different = new Set(replies.map((it) => JSON.stringify(it)));
  expect(different.size).toBe(1);
  expect(growth(before, await rowCounts(hub))).toMatchObject({ referral: 1, event: 2, idempotency_key: 1 });
  figure(
    'fifty concurrent identical commands: 1 effect, the same answer',
    `1 referral, 1 answer, in ${took} ms`,
  );
});

it('a command repeated after its answer was lost has one effect, and gets the lost answer', async () => {
  let lost = 0;
  for (let run = 0; run < 10; run++) {
    const command = run % 2 ? 'sendReferral' : 'registerBeneficiary';
    const input =
      command === 'sendReferral'
        ? rightInput.sendReferral(await registerPerson(here), partner)
        : rightInput.registerBeneficiary();
    const before = await rowCounts(hub);
    // The request passes; the answer is held back until the database has the effect.
    proxy.stall('received');
    const first = payloadOf(far, command, input).then(
      () => 'answered',
      () => 'lost',
    );
    const outcome = () =>
      hub.owner<{ outcome: { id: string } }>(
        'select outcome from idempotency_key where key = $1 and outcome is not null',
        [input.idempotencyKey],
      );
    let [done] = await outcome();
    for (; !done; [done] = await outcome()) await pause(10);
    proxy.reset();
    expect(await first).toBe('lost');
    proxy.resume();
    lost += 1;

    const again = await payloadOf(far, command, input);
    expect(again.userErrors).toEqual([]);
    expect(again[objectOf(command)].id).toMatch(new RegExp(`_${done.outcome.id}$`));
    expect(await payloadOf(here, command, input)).toEqual(again);
    expect(growth(before, await rowCounts(hub))).toMatchObject({
      [objectOf(command)]: 1,
      idempotency_key: 1,
    });
  }
  figure(
    'a command repeated after a lost answer: 1 effect, the same answer',
    `${lost} replies lost, ${lost} effects`,
  );
});
