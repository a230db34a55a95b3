import type { Client, Data } from './client.js';
import { type CommandName, runCommand, validInput } from './commands.js';

/** The types of the records in a person's file. */
export type FileType = 'Contact' | 'Criterion' | 'Barrier' | 'Objective' | 'Appointment' | 'Note';

/**
 * Adds a record of each type to a person's file and returns their ids.
 * @param mark a word that every text contains
 */
export async function addFileRecords(
  client: Client,
  person: string,
  pathway: string,
  mark: string,
): Promise<Record<FileType, string[]>> {
  const text = (what: string) => `${mark} ${what}`;
  const idOf = async (command: CommandName, input: Data) => [
    (await runCommand(client, command, input)).id as string,
  ];
  const note = (visibility: string) =>
    idOf('writeNote', validInput.writeNote(person, { pathway, visibility, text: text(visibility) }));
  return {
    Contact: await idOf(
      'addContact',
      validInput.addContact(person, { kind: 'ADDRESS', value: text('road') }),
    ),
    Criterion: await idOf('recordCriterion', validInput.recordCriterion(person)),
    Barrier: await idOf('recordBarrier', validInput.recordBarrier(person, { note: text('has no car') })),
    Objective: await idOf('setObjective', validInput.setObjective(pathway, { text: text('will drive') })),
    Appointment: await idOf(
      'planAppointment',
      validInput.planAppointment(person, { subject: text('again') }),
    ),
    Note: [...(await note('PARTNER')), ...(await note('SHARED')), ...(await note('AUTHOR'))],
  };
}
