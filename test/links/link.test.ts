import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Client, Data } from '../kit/client.js';
import { refusalsOf, rowCountChanges, rowCounts, runCommand, validInput } from '../kit/commands.js';
import { ofCommand } from '../kit/database.js';
import { testHub } from '../kit/hub.js';
import { uniqueName } from '../kit/unique.js';

const hub = testHub();
let csc: Awaited<ReturnType<typeof hub.town.caseworker>>;
let relais: typeof csc;

beforeAll(async () => {
  csc = await hub.town.caseworker();
});

/** A person whom CSC follows and whom Club Relais does not see. Club Relais is a new partner each time. */
async function followed(): Promise<{ id: string; identity: Data }> {
  relais = await hub.town.caseworker();
  const identity = { firstName: 'Amina', lastName: uniqueName(), birthDate: '1990-05-17' };
  const { id } = await runCommand(
    csc.client,
    'registerBeneficiary',
    validInput.registerBeneficiary(identity),
  );
  return { id, identity };
}
const selection = 'id status createdAt answeredAt beneficiary { id } partner { id } purpose scope';
const ask = (identity: Data, client: Client = relais.client) =>
  runCommand(client, 'requestLink', validInput.requestLink(identity), selection);
const box = async (client: Client, name: string): Promise<Data[]> =>
  (await client.data(`{ linkRequests(box: ${name}, first: 100) { nodes { ${selection} } } }`)).linkRequests
    .nodes;

describe('a link request', () => {
  it('looks the same to the requesting partner, whether or not the person is registered', async () => {
    const { identity } = await followed();
    const known = await ask(identity);
    const unknown = await ask({});
    const same = {
      status: 'PENDING',
      answeredAt: null,
      beneficiary: null,
      partner: { id: relais.partner.id },
    };
    for (const it of [known, unknown]) expect(it).toMatchObject(same);
    expect((await box(relais.client, 'OUTBOX')).map(({ id }) => id)).toEqual([unknown.id, known.id]);
    expect(await box(relais.client, 'INBOX')).toEqual([]);
    await hub.owner("update link_request set expires_at = created_at + interval '1 microsecond'");
    expect(new Set((await box(relais.client, 'OUTBOX')).map(({ status }) => status))).toEqual(
      new Set(['EXPIRED']),
    );
  });

  it('is delivered to the referent only, who sees the person and accepts with a sharing by agreement', async () => {
    const { id, identity } = await followed();
    const atCsc = await csc.client.subscribe(
      'kind linkRequest { id beneficiary { id } }',
      undefined,
      'linkEvents',
    );
    const atRelais = await relais.client.subscribe(
      'kind linkRequest { status beneficiary { id } }',
      undefined,
      'linkEvents',
    );
    const { id: linkRequest } = await ask(identity);
    // Events of earlier tests may still be delivered.
    let event = await atCsc.next();
    while (event['linkRequest'].id !== linkRequest) event = await atCsc.next();
    expect(event).toEqual({
      kind: 'REQUESTED',
      linkRequest: { id: linkRequest, beneficiary: { id } },
    });
    const [inbox] = await box(csc.client, 'INBOX');
    expect(inbox).toMatchObject({ id: linkRequest, beneficiary: { id }, partner: { id: relais.partner.id } });
    const input = { linkRequest, answer: 'ACCEPT' };
    expect(await refusalsOf(relais.client, 'answerLinkRequest', input)).toEqual(['NOT_FOUND linkRequest']);
    for (let times = 0; times < 2; times++) await runCommand(csc.client, 'answerLinkRequest', input);
    expect(await refusalsOf(csc.client, 'answerLinkRequest', { linkRequest, answer: 'REFUSE' })).toEqual([
      'INVALID linkRequest',
    ]);
    expect(await atRelais.next()).toEqual({
      kind: 'ACCEPTED',
      linkRequest: { status: 'ACCEPTED', beneficiary: { id } },
    });
    const query = `query ($id: ID!) { beneficiary(id: $id) {
      access { scope basis method informedBy { id } grantedBy { id } } } }`;
    expect((await relais.client.data(query, { id })).beneficiary.access).toEqual({
      scope: 'PATHWAY',
      basis: 'AGREEMENT',
      method: 'WRITTEN',
      informedBy: { id: `member_${relais.member.key}` },
      grantedBy: { id: csc.partner.id },
    });
    expect(await refusalsOf(relais.client, 'requestLink', validInput.requestLink(identity))).toEqual([
      'ALREADY_KNOWN',
    ]);
    await Promise.all([atCsc.stop(), atRelais.stop()]);
  });

  it('that is refused reveals neither the referent nor the person', async () => {
    const { identity } = await followed();
    const { id: linkRequest } = await ask(identity);
    await runCommand(csc.client, 'answerLinkRequest', { linkRequest, answer: 'REFUSE' });
    const [shown] = await box(relais.client, 'OUTBOX');
    expect(shown).toMatchObject({ status: 'REFUSED', beneficiary: null });
    const events = await hub.owner(
      `select kind, by_id, member_id from event where partner_id = $1 and ${ofCommand}`,
      [relais.partner.key],
    );
    expect(events).toEqual([{ kind: 'REFUSED', by_id: null, member_id: null }]);
  });
});

describe('link attempts', () => {
  it('are limited to ten a day for a member, also when concurrent; then the answer is LIMITED', async () => {
    const { identity } = await followed();
    const before = await rowCounts(hub);
    const answers = await Promise.all(
      Array.from({ length: 14 }, (_, index) =>
        index % 2
          ? relais.client.run('requestLink', validInput.requestLink(identity), 'linkRequest { id }')
          : relais.client.run(
              'registerBeneficiary',
              validInput.registerBeneficiary(identity),
              'beneficiary { id }',
            ),
      ),
    );
    const limited = answers.filter(({ userErrors }) => userErrors[0]?.code === 'LIMITED');
    expect(limited).toHaveLength(4);
    expect(rowCountChanges(before, await rowCounts(hub))).toMatchObject({ link_attempt: 10 });
    const unknown = validInput.registerBeneficiary();
    expect(await refusalsOf(relais.client, 'registerBeneficiary', unknown)).toEqual(['LIMITED']);
    const { client } = await hub.town.signedInMember(relais.partner);
    await runCommand(client, 'registerBeneficiary', unknown);
    await hub.owner("update link_attempt set at = at - interval '1 day'");
    await ask(identity);
  });

  it('with the same idempotency key count once and get the same answer', async () => {
    const { identity } = await followed();
    const input = validInput.registerBeneficiary(identity);
    for (let times = 0; times < 3; times++)
      expect(await refusalsOf(relais.client, 'registerBeneficiary', input)).toEqual(['ALREADY_KNOWN']);
    const made = await hub.owner('select command from link_attempt where partner_id = $1', [
      relais.partner.key,
    ]);
    expect(made).toEqual([{ command: 'registerBeneficiary' }]);
  });

  it('take the same time for a person known elsewhere and for an unknown person', async () => {
    const { identity } = await followed();
    for (const command of ['requestLink', 'registerBeneficiary'] as const) {
      const times: [number[], number[]] = [[], []];
      for (let turn = 0; turn < 40; turn++) {
        if (turn % 8 === 0) relais = await hub.town.caseworker();
        const which = turn % 2 === 0 ? 0 : 1;
        const input = validInput[command](which ? identity : {});
        const started = performance.now();
        await relais.client.run(command, input, '__typename');
        times[which].push(performance.now() - started);
      }
      // The lower quartile, because other load on the machine only adds to a time.
      const [unknown = 0, known = 0] = times.map((it) => it.sort((a, b) => a - b)[it.length / 4] ?? 0);
      console.log(
        `${command}: ${known.toFixed(1)} ms known / ${unknown.toFixed(1)} ms unknown = ${(known / unknown).toFixed(2)}`,
      );
      expect(Math.max(unknown, known)).toBeLessThan(3 * Math.min(unknown, known) + 20);
    }
  });
});
