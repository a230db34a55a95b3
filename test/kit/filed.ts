import type { Client, Data } from './client.js';
import { type CommandName, done, rightInput } from './commands.js';

/** The types of the records in a person's file. */
export type FileType = 'Contact' | 'Criterion' | 'Barrier' | 'Objective' | 'Appointment' | 'Note';

/**
 * Adds a record of each type to a person's file and returns their ids.
 * @param mark a word that every text contains
 */
export async function filed(
  client: Client,
  person: string,
  pathway: string,
  mark: string,
): Promise<Record<FileType, string[]>> {
  const text = (what: string) => `${mark} ${what}`;
  const idOf = async (command: CommandName, input: Data) => [
    (await done(client, command, input)).id as string,
  ];
  const note = (visibility: string) =>
    idOf('writeNote', rightInput.writeNote(person, { pathway, visibility, text: text(visibility) }));
  return {
    Contact: await idOf(
      'addContact',
      rightInput.addContact(person, { kind: 'ADDRESS', value: text('road') }),
    ),
    Criterion: await idOf('recordCriterion', rightInput.recordCriterion(person)),
    Barrier: await idOf('recordBarrier', rightInput.recordBarrier(person, { note: text('has no car') })),
    Objective: await idOf('setObjective', rightInput.setObjective(pathway, { text: text('will drive') })),
    Appointment: await idOf(
      'planAppointment',
      rightInput.planAppointment(person, { subject: text('again') }),
    ),
    Note: [...(await note('PARTNER')), ...(await note('SHARED')), ...(await note('AUTHOR'))],
  };
}
