import { randomUUID } from 'node:crypto';
import { Client, type Data } from '../../kit/client.js';
import { type CommandName, runCommand, validInput } from '../../kit/commands.js';
import { type FullFixture, fixtureMark, fullFixture } from '../../kit/full-fixture.js';
import type { TestHub } from '../../kit/hub.js';
import { audience, type IdentityProvider } from '../../kit/identity-provider.js';
import { acceptAllInvitations, requestWithToken } from '../../kit/invitations.js';
import { daysAgo, registerPerson, type SeededPartner } from '../../kit/town.js';
import { type Owner, type RoleLetter, roleByLetter } from './table.js';

/** Two partners that see a person, a third that sees no person, and for each partner a client in every role. */
export interface RightsFixture {
  readonly hub: TestHub;
  readonly base: FullFixture;
  /** A member of the first partner (own), of the second, with which it shares (shared), or of the third (other). */
  client(owner: Owner, letter: RoleLetter): Client;
  /** A caseworker of a fourth partner, which is the other partner in the inputs of commands. */
  readonly fourthPartner: { readonly partner: SeededPartner; readonly client: Client };
  /** Registers another person of the first partner, shared with the second. */
  newPerson(): Promise<string>;
  /** Saves another analysis of a committee member, shared or not. */
  newSavedAnalysis(owner: Owner): Promise<string>;
}

/** Runs a command that must succeed and returns the id of its object, or of the first of its objects. */
export async function createObject(client: Client, command: CommandName, input: Data): Promise<string> {
  const object = await runCommand(client, command, input);
  return (Array.isArray(object) ? object[0] : object).id;
}

/** @param provider the identity provider that issues the machines' tokens */
export async function rightsFixture(hub: TestHub, provider: IdentityProvider): Promise<RightsFixture> {
  const base = await fullFixture(hub.town);
  const partners = {
    own: base.referent.partner,
    shared: base.other.partner,
    other: await hub.town.partner(),
  };
  const fourthPartner = await hub.town.signedInMember(base.committee.partner);
  // Machines cannot sign in with demonstration accounts: they use a second hub, with tokens of the provider.
  const machineHub = await hub.startAnother({
    AUTH_ISSUER: provider.issuer,
    AUTH_AUDIENCE: audience,
    AUTH_JWKS_URL: provider.jwksUrl,
  });
  const machine = async (administrator: Client, { slug }: SeededPartner) => {
    const account = { clientId: slug, name: 'Our software', role: 'CASEWORKER', mayWrite: false };
    await createObject(administrator, 'addMachineAccount', { idempotencyKey: randomUUID(), ...account });
    const token = await provider.token({ sub: slug, client_id: slug, scope: 'hub:write' });
    await acceptAllInvitations(requestWithToken(machineHub.url, token));
    return new Client(machineHub.url, token);
  };
  const clients = new Map<string, Client>();
  for (const [owner, partner] of Object.entries(partners)) {
    for (const [letter, role] of Object.entries(roleByLetter)) {
      const client =
        letter === 'M'
          ? await machine(clients.get(`${owner} A`) as Client, partner)
          : (await hub.town.signedInMember(partner, role)).client;
      clients.set(`${owner} ${letter}`, client);
    }
  }
  const clientOf: RightsFixture['client'] = (owner, letter) => clients.get(`${owner} ${letter}`) as Client;
  return {
    hub,
    base,
    fourthPartner,
    client: clientOf,
    newPerson: async () => {
      const person = await registerPerson(base.referent.client, { firstName: fixtureMark });
      await createObject(
        base.referent.client,
        'recordSharingAgreement',
        validInput.recordSharingAgreement(person, base.other.partner, { scope: 'FOLLOW_UP' }),
      );
      return person;
    },
    newSavedAnalysis: (owner) =>
      createObject(
        owner === 'own' ? clientOf('own', 'S') : base.committee.client,
        'saveAnalysis',
        validInput.saveAnalysis({ shared: owner === 'shared' }),
      ),
  };
}

/** Records another agreement of a person with the second partner; returns the sharing's id. */
export function newSharing(
  { base }: RightsFixture,
  person = base.ids.Beneficiary[0] as string,
  changes: Data = {},
): Promise<string> {
  const input = { scope: 'PATHWAY', agreedOn: daysAgo(30), ...changes };
  return createObject(
    base.referent.client,
    'recordSharingAgreement',
    validInput.recordSharingAgreement(person, base.other.partner, input),
  );
}
