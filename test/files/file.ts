import type { Client, Data } from '../kit/client.js';
import { type CommandName, runCommand, validInput } from '../kit/commands.js';
import type { SharedHub } from '../kit/hub.js';
import { daysAgo, openPathway, registerPerson } from '../kit/town.js';

/** A selection of everything in a file that the viewer sees. */
export const wholeFile = `contacts { id value } criteria { id key } barriers { nodes { id } totalCount }
  objectives { nodes { id } totalCount } appointments { nodes { id } totalCount } notes { nodes { id text } totalCount }
  pathways { nodes { objectives { totalCount } notes { totalCount } } }`;

/** The number of entries of each kind that a viewer sees in a person's file; undefined when the person is absent. */
export async function counted(client: Client, person: string): Promise<Record<string, number> | undefined> {
  const query = `query ($id: ID!) { beneficiary(id: $id) { ${wholeFile} } }`;
  const { beneficiary } = await client.data(query, { id: person });
  if (!beneficiary) return undefined;
  const { contacts, criteria, barriers, objectives, appointments, notes } = beneficiary;
  return {
    contacts: contacts.length,
    criteria: criteria.length,
    barriers: barriers.totalCount,
    objectives: objectives.totalCount,
    appointments: appointments.totalCount,
    notes: notes.totalCount,
  };
}

/** A person with a pathway and one entry of each kind, recorded by one member. */
export async function filedPerson(client: Client) {
  const person = await registerPerson(client);
  const pathway = await openPathway(client, person);
  const made = async (command: CommandName, input: Data) =>
    (await runCommand(client, command, input)).id as string;
  const shared = { visibility: 'SHARED', pathway };
  return {
    person,
    pathway,
    contact: await made('addContact', validInput.addContact(person)),
    criterion: await made('recordCriterion', validInput.recordCriterion(person)),
    barrier: await made('recordBarrier', validInput.recordBarrier(person)),
    objective: await made('setObjective', validInput.setObjective(pathway)),
    appointment: await made('planAppointment', validInput.planAppointment(person)),
    note: await made('writeNote', validInput.writeNote(person, shared)),
  };
}

/** Records a sharing of this scope with a partner. Returns its id. */
export async function agreed(
  { client }: { client: Client },
  person: string,
  partner: Awaited<ReturnType<SharedHub['town']['partner']>>,
  scope: string,
): Promise<string> {
  const input = validInput.recordSharingAgreement(person, partner, {
    scope,
    agreedOn: daysAgo(0),
    agreedAfterWithdrawal: true,
  });
  return (await runCommand(client, 'recordSharingAgreement', input)).id;
}

/** The key (UUID) in an API id. */
export const keyIn = (id: string) => id.slice(id.indexOf('_') + 1);
