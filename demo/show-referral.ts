import { randomUUID } from 'node:crypto';
import { today } from '../src/calendar.js';
import type { DemoUser } from './client.js';

interface Person {
  readonly id: string;
  readonly firstName: string;
  readonly sharings: readonly { readonly partner: { readonly slug: string } }[];
  readonly pathways: {
    readonly nodes: readonly { readonly steps: { readonly nodes: readonly { visibility: string }[] } }[];
  };
}

interface Page {
  readonly beneficiaries: {
    readonly nodes: readonly Person[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

interface Payload {
  readonly userErrors: readonly { readonly message: string }[];
}

interface ReferralEvent {
  readonly kind: string;
  readonly referral: {
    readonly id: string;
    readonly version: number;
    readonly reference: string;
    readonly beneficiary: { readonly firstName: string } | null;
  };
}

const file = `query ($id: ID!) { beneficiary(id: $id) { firstName access { scope }
  pathways { nodes { objective partner { name } steps(first: 3) { totalCount nodes { title occurredOn } } } } } }`;

interface File {
  readonly beneficiary: {
    readonly firstName: string;
    readonly access: { readonly scope: string };
    readonly pathways: {
      readonly nodes: readonly {
        readonly objective: string;
        readonly partner: { readonly name: string };
        readonly steps: {
          readonly totalCount: number;
          readonly nodes: readonly { title: string; occurredOn: string }[];
        };
      }[];
    };
  } | null;
}

/** Collects the events of a subscription, and lets the demo wait for them. */
class ReceivedEvents {
  readonly events: { readonly event: ReferralEvent; readonly at: number }[] = [];
  #arrived: () => void = () => {};

  readonly show = (event: ReferralEvent, at: number): void => {
    this.events.push({ event, at });
    this.#arrived();
  };

  async next(count: number): Promise<{ event: ReferralEvent; at: number }> {
    while (this.events.length < count) await new Promise<void>((resolve) => (this.#arrived = resolve));
    return this.events[count - 1] as { event: ReferralEvent; at: number };
  }
}

/** Sends a referral from CSC to Club Relais while ASPE is subscribed too, and prints the result of each step. */
export async function showReferral(csc: DemoUser, clubRelais: DemoUser, aspe: DemoUser): Promise<void> {
  const step = (who: string, text: string) => console.log(`${`  ${who}`.padEnd(14)}${text}`);
  console.log('\nA referral travels from CSC to Club Relais\n');

  const atCsc = new ReceivedEvents();
  const atRelais = new ReceivedEvents();
  const atAspe = new ReceivedEvents();
  const selection = 'kind referral { id version reference beneficiary { firstName } }';
  await Promise.all([
    csc.listen(selection, atCsc.show),
    clubRelais.listen(selection, atRelais.show),
    aspe.listen(selection, atAspe.show),
  ]);
  step('All three', 'are signed in and subscribed over WebSocket');

  const person = await findPerson(csc);
  const mine = (await csc.ask<File>(file, { id: person.id })).beneficiary;
  const [pathway] = mine?.pathways.nodes ?? [];
  step(
    'CSC',
    `opens the file of ${person.firstName}: “${pathway?.objective}”, ${pathway?.steps.totalCount} steps`,
  );
  await expectHidden(clubRelais, person.id);
  step('Club Relais', 'requests the same file: not found');
  await expectHidden(aspe, person.id);
  step('ASPE', 'requests the same file: not found');

  const partners = await csc.ask<{ partner: { id: string } }>('{ partner(slug: "club-relais") { id } }');
  const began = performance.now();
  const { sendReferral: sent } = await csc.ask<{
    sendReferral: Payload & { referral: { reference: string } | null };
  }>(
    'mutation ($input: SendReferralInput!) { sendReferral(input: $input) { referral { reference } userErrors { message } } }',
    {
      input: {
        idempotencyKey: randomUUID(),
        beneficiary: person.id,
        to: partners.partner.id,
        purpose: 'Rejoindre l’atelier de recherche d’emploi du jeudi',
        agreedOn: today(),
        method: 'ORAL',
      },
    },
  );
  const answered = performance.now();
  if (!sent.referral) throw new Error(`The referral was refused: ${sent.userErrors[0]?.message}`);
  const arrival = await atRelais.next(1);
  const since = (moment: number) => `${(arrival.at - moment).toFixed(1)} ms`;
  step(
    'CSC',
    `sends referral ${sent.referral.reference} (the hub answered in ${(answered - began).toFixed(1)} ms)`,
  );
  const { referral } = arrival.event;
  step('Club Relais', `receives it ${since(began)} after the click: ${referral.beneficiary?.firstName}`);
  const before = (await clubRelais.ask<File>(file, { id: person.id })).beneficiary;
  step(
    'Club Relais',
    `may see the identity (${before?.access.scope}); pathways: ${before?.pathways.nodes.length}`,
  );

  const { acceptReferral: accepted } = await clubRelais.ask<{ acceptReferral: Payload }>(
    'mutation ($input: AcceptReferralInput!) { acceptReferral(input: $input) { userErrors { message } } }',
    { input: { referral: referral.id, expectedVersion: referral.version } },
  );
  if (accepted.userErrors[0])
    throw new Error(`The acceptance was refused: ${accepted.userErrors[0].message}`);
  step('Club Relais', 'accepts');
  await atCsc.next(2);
  step('CSC', `receives the answer: ${atCsc.events.map(({ event }) => event.kind).join(', then ')}`);

  const after = (await clubRelais.ask<File>(file, { id: person.id })).beneficiary;
  step('Club Relais', `opens the shared pathway (${after?.access.scope}):`);
  for (const shown of after?.pathways.nodes ?? []) {
    step('', `  ${shown.partner.name}, “${shown.objective}”`);
    for (const { occurredOn, title } of shown.steps.nodes) step('', `    ${occurredOn}  ${title}`);
  }
  await expectHidden(aspe, person.id);
  step('ASPE', `still does not find the file, and has received ${atAspe.events.length} events`);
  if (atAspe.events.length > 0) throw new Error('ASPE must not receive any event.');
  console.log();
}

/** Finds a person whom CSC accompanies, with shared steps, and whom neither Club Relais nor ASPE sees. */
async function findPerson(csc: DemoUser): Promise<Person> {
  const query = `query ($after: String) { beneficiaries(first: 100, after: $after, orderBy: NEWEST) {
    nodes { id firstName sharings { partner { slug } } pathways(filter: { status: OPEN }) { nodes { steps { nodes { visibility } } } } }
    pageInfo { hasNextPage endCursor } } }`;
  for (let after: string | null = null; ; ) {
    const { beneficiaries }: Page = await csc.ask<Page>(query, { after });
    const found = beneficiaries.nodes.find(
      ({ sharings, pathways }) =>
        !sharings.some(({ partner }) => ['club-relais', 'aspe'].includes(partner.slug)) &&
        pathways.nodes.some(({ steps }) => steps.nodes.some(({ visibility }) => visibility === 'SHARED')),
    );
    if (found) return found;
    after = beneficiaries.pageInfo.endCursor;
    if (!beneficiaries.pageInfo.hasNextPage)
      throw new Error(
        'CSC accompanies no person who is unknown to Club Relais and ASPE. Start again with an empty data folder.',
      );
  }
}

/** Checks that this user does not see the file. */
async function expectHidden(user: DemoUser, id: string): Promise<void> {
  const { beneficiary } = await user.ask<File>(file, { id });
  if (beneficiary) throw new Error('A partner without access has seen the file.');
}
