import { randomUUID } from 'node:crypto';
import { Client, type Data } from '../../kit/client.js';
import { type CommandName, done, rightInput } from '../../kit/commands.js';
import { type FullFixture, fixtureMark, fullFixture } from '../../kit/full-fixture.js';
import type { TestHub } from '../../kit/hub.js';
import { audience, type IdentityProvider } from '../../kit/identity-provider.js';
import { acceptAll, byToken } from '../../kit/invitations.js';
import { daysAgo, registerPerson, type SeededPartner } from '../../kit/town.js';
import { type Letter, type Whose, who } from './table.js';

/** Two partners that work with a person, a third without any person, and for each partner a client in every role. */
export interface Stage {
  readonly hub: TestHub;
  readonly inside: FullFixture;
  /** A member of the first partner, of the one it shares with, or of the third one. */
  client(whose: Whose, letter: Letter): Client;
  /** A caseworker of a fourth partner, which commands name as the other side. */
  readonly elsewhere: { readonly partner: SeededPartner; readonly client: Client };
  /** Another person of the first partner, who is shared. */
  person(): Promise<string>;
  /** Another saved query of the first partner's committee member: a shared one, or not. */
  saved(whose: Whose): Promise<string>;
}

/** Runs a command that must succeed, and returns the id of its object, or of the first one. */
export async function make(client: Client, command: CommandName, input: Data): Promise<string> {
  const object = await done(client, command, input);
  return (Array.isArray(object) ? object[0] : object).id;
}

/** @param provider the identity provider that issues the machines' tokens */
export async function stage(hub: TestHub, provider: IdentityProvider): Promise<Stage> {
  const inside = await fullFixture(hub.town);
  const partners = {
    own: inside.referent.partner,
    shared: inside.other.partner,
    other: await hub.town.partner(),
  };
  const elsewhere = await hub.town.signedIn(inside.committee.partner);
  // Machines have no demonstration accounts: they use a second server, with tokens of a provider.
  const forMachines = await hub.another({
    AUTH_ISSUER: provider.issuer,
    AUTH_AUDIENCE: audience,
    AUTH_JWKS_URL: provider.jwksUrl,
  });
  const machine = async (administrator: Client, { slug }: SeededPartner) => {
    const account = { clientId: slug, name: 'Our software', role: 'CASEWORKER', mayWrite: false };
    await make(administrator, 'addMachineAccount', { idempotencyKey: randomUUID(), ...account });
    const token = await provider.token({ sub: slug, client_id: slug, scope: 'hub:write' });
    await acceptAll(byToken(forMachines.url, token));
    return new Client(forMachines.url, token);
  };
  const clients = new Map<string, Client>();
  for (const [whose, partner] of Object.entries(partners)) {
    for (const [letter, role] of Object.entries(who)) {
      const client =
        letter === 'M'
          ? await machine(clients.get(`${whose} A`) as Client, partner)
          : (await hub.town.signedIn(partner, role)).client;
      clients.set(`${whose} ${letter}`, client);
    }
  }
  const clientOf: Stage['client'] = (whose, letter) => clients.get(`${whose} ${letter}`) as Client;
  return {
    hub,
    inside,
    elsewhere,
    client: clientOf,
    person: async () => {
      const person = await registerPerson(inside.referent.client, { firstName: fixtureMark });
      await make(
        inside.referent.client,
        'recordSharingAgreement',
        rightInput.recordSharingAgreement(person, inside.other.partner, { scope: 'FOLLOW_UP' }),
      );
      return person;
    },
    saved: (whose) =>
      make(
        whose === 'own' ? clientOf('own', 'S') : inside.committee.client,
        'saveAnalysis',
        rightInput.saveAnalysis({ shared: whose === 'shared' }),
      ),
  };
}

/** Another agreement of the insiders' person, in addition to those in force, or of another person. */
export function agreed(
  { inside }: Stage,
  person = inside.ids.Beneficiary[0] as string,
  changes: Data = {},
): Promise<string> {
  const input = { scope: 'PATHWAY', agreedOn: daysAgo(30), ...changes };
  return make(
    inside.referent.client,
    'recordSharingAgreement',
    rightInput.recordSharingAgreement(person, inside.other.partner, input),
  );
}
