import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Client, type Data } from '../kit/client.js';
import { type CommandName, payloadField, rowCountChanges, rowCounts, validInput } from '../kit/commands.js';
import { figure } from '../kit/figures.js';
import { testHub } from '../kit/hub.js';
import { TcpProxy } from '../kit/proxy.js';
import { registerPerson, type SeededPartner } from '../kit/town.js';

const hub = testHub();
let proxy: TcpProxy;
/** Clients of one member: at a hub, at another hub on the same database, and at the other hub through a proxy. */
let client: Client;
let otherHubClient: Client;
let proxiedClient: Client;
let partner: SeededPartner;
afterAll(() => proxy.close());

beforeAll(async () => {
  const caseworker = await hub.town.caseworker();
  client = caseworker.client;
  otherHubClient = await (await hub.startAnother()).as(caseworker.member);
  proxy = await TcpProxy.open(otherHubClient.url);
  proxiedClient = new Client(proxy.url, client.token);
  ({ partner } = await hub.town.caseworker());
});

/** The complete payload of a command. */
const payloadOf = (client: Client, command: CommandName, input: Data): Promise<Data> =>
  client.run(command, input, `${payloadField(command)} { id }`);

it('fifty concurrent identical commands at two hubs have one effect and the same answer', async () => {
  const input = validInput.sendReferral(await registerPerson(client), partner);
  const before = await rowCounts(hub);
  const start = performance.now();
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, index) =>
      payloadOf(index % 2 ? client : otherHubClient, 'sendReferral', input),
    ),
  );
  const took = Math.round(performance.now() - start);
  const distinct = new Set(answers.map((it) => JSON.stringify(it)));
  expect(distinct.size).toBe(1);
  expect(rowCountChanges(before, await rowCounts(hub))).toMatchObject({
    referral: 1,
    event: 2,
    idempotency_key: 1,
  });
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
        ? validInput.sendReferral(await registerPerson(client), partner)
        : validInput.registerBeneficiary();
    const before = await rowCounts(hub);
    // The request passes; the answer is held back until the database has the effect.
    proxy.stall('received');
    const first = payloadOf(proxiedClient, command, input).then(
      () => 'answered',
      () => 'lost',
    );
    const storedOutcome = () =>
      hub.owner<{ outcome: { id: string } }>(
        'select outcome from idempotency_key where key = $1 and outcome is not null',
        [input.idempotencyKey],
      );
    let [done] = await storedOutcome();
    for (; !done; [done] = await storedOutcome()) await pause(10);
    proxy.reset();
    expect(await first).toBe('lost');
    proxy.resume();
    lost += 1;

    const repeated = await payloadOf(proxiedClient, command, input);
    expect(repeated.userErrors).toEqual([]);
    expect(repeated[payloadField(command)].id).toMatch(new RegExp(`_${done.outcome.id}$`));
    expect(await payloadOf(client, command, input)).toEqual(repeated);
    expect(rowCountChanges(before, await rowCounts(hub))).toMatchObject({
      [payloadField(command)]: 1,
      idempotency_key: 1,
    });
  }
  figure(
    'a command repeated after a lost answer: 1 effect, the same answer',
    `${lost} answers lost, ${lost} effects`,
  );
});
