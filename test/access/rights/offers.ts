import { randomUUID } from 'node:crypto';
import type { ActsOn } from '../../../src/commands/acts-on.js';
import type { AnyCommand } from '../../../src/commands/define-command.js';
import { enumValueOf, offerField } from '../../../src/commands/offers.js';
import { features } from '../../../src/features/index.js';
import type { Client, Data } from '../../kit/client.js';
import { type CommandName, payloadField } from '../../kit/commands.js';
import type { RightsFixture } from './fixture.js';
import type { Owner, RoleLetter } from './table.js';

const definitions = new Map<string, AnyCommand>(
  features.flatMap((it) => it.commands ?? []).map((it) => [it.name, it]),
);

/** The declaration of a command. */
export const definitionOf = (command: CommandName) => definitions.get(command) as AnyCommand;

/** What came of an attempt to run a command: the refusal, or none when it was done. */
export interface Attempt {
  readonly code: string;
  readonly path: readonly string[];
}

/** Whether the hub offers the command to the client, on the object of the input; undefined when no field offers it. */
async function isOffered(client: Client, command: CommandName, input: Data): Promise<boolean | undefined> {
  const definition = definitionOf(command);
  const { on } = definition;
  const value = enumValueOf(definition);
  if (on === null) return (await client.data('{ viewer { can } }')).viewer.can.includes(value);
  const field = offerField(on);
  if (field === null) return undefined;
  const query = `query ($id: ID!) { node(id: $id) { ... on ${on.type().name} { offers: ${field} } } }`;
  const { node } = await client.data(query, { id: idIn(input, on) });
  return node?.offers.includes(value) ?? false;
}

/** The id of the object in an input: of one object, or of the first of several. */
function idIn(input: Data, { field }: ActsOn): string {
  const [first] = [input[field]].flat();
  return typeof first === 'string' ? first : first.contract;
}

/** The refusals that do not depend on the state of the object alone, although they point to it. */
const alsoByOtherInput: Partial<Record<CommandName, string>> = {
  recordAttendance: 'a person is recorded once for each forum',
};

/** Commands that are also run on an object that the viewer does not see, so that no field can offer them. */
const alsoUnseen: readonly CommandName[] = [
  // The data protection officer erases persons of the list of files to be removed.
  'eraseBeneficiary',
];

/** What contradicts the offer in the outcome of a command; undefined when they agree. */
function contradiction(command: CommandName, offered: boolean | undefined, refused: Attempt | undefined) {
  const { on } = definitionOf(command);
  if (offered === undefined) return undefined;
  if (!offered && !refused && !on?.done && !alsoUnseen.includes(command))
    return 'it is not offered, but it was done';
  if (offered && refused && isAboutObject(command, refused))
    return `it is offered, but refused: ${refused.code}`;
  return undefined;
}

/** Whether a command is refused for its role, its object or the viewer, and not for what else it was given. */
function isAboutObject(command: CommandName, { code, path }: Attempt): boolean {
  const { on } = definitionOf(command);
  if (code === 'READ_ONLY') return true;
  if (command in alsoByOtherInput && code === 'INVALID') return false;
  if (!['NOT_FOUND', 'INVALID', 'AGREEMENT_REQUIRED', 'TRANSITION_NOT_ALLOWED'].includes(code)) return false;
  if (on === null) return code === 'NOT_FOUND' && path.length === 1;
  // In a list of ids, the place names the object; in a list of rows, its field does.
  const [, field, , part] = path;
  return field === on.field && (field === 'rows' ? part === 'contract' : part === undefined);
}

/** The input of a command with another object. */
export function withObject(input: Data, command: CommandName, id: string): Data {
  const { field } = definitionOf(command).on as ActsOn;
  const [first] = [input[field]].flat();
  const object = typeof first === 'object' ? { ...first, contract: id } : id;
  return { ...input, [field]: Array.isArray(input[field]) ? [object] : object };
}

/** The same input as a new command. */
export const again = (input: Data): Data =>
  'idempotencyKey' in input ? { ...input, idempotencyKey: randomUUID() } : input;

/**
 * Runs a command, and compares the outcome with whether it was offered; notes a contradiction.
 * @returns the refusal, or undefined when the command was done
 */
export async function attemptAsOffered(
  fixture: RightsFixture,
  [owner, letter]: readonly [Owner, RoleLetter],
  command: CommandName,
  input: Data,
  contradictions: string[],
): Promise<Attempt | undefined> {
  const client = fixture.client(owner, letter);
  const offered = await isOffered(client, command, input);
  const refusal = await refusalOf(client, command, input);
  const found = contradiction(command, offered, refusal);
  if (found) contradictions.push(`${command} by ${letter} of ${owner}: ${found}`);
  return refusal;
}

/** Runs a command; returns its refusal, or undefined when it was done. */
async function refusalOf(
  client: Client,
  command: CommandName,
  input: Record<string, unknown>,
): Promise<Attempt | undefined> {
  const type = `${command.charAt(0).toUpperCase()}${command.slice(1)}Input`;
  const { data, errors } = await client.send(
    `mutation ($input: ${type}!) { ${command}(input: $input) { ${payloadField(command)} { __typename } userErrors { code path } } }`,
    { input },
  );
  if (errors?.[0]?.extensions?.['code'] === 'READ_ONLY') return { code: 'READ_ONLY', path: [] };
  if (errors) throw new Error(`${command}: ${JSON.stringify(errors)}`);
  const { userErrors, [payloadField(command)]: object } = data[command];
  if (userErrors.length > 0) return userErrors[0];
  // A coordinator may enter a referral in error, but the payload does not show it.
  if (!object && command !== 'enterReferralInError') throw new Error(`${command} returned no object`);
  return undefined;
}
