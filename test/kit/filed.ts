import { type ActName, done, rightInput } from './acts.js';
import type { Client, Data } from './client.js';

/** What is kept of a person beyond the name. */
export type FileType = 'Contact' | 'Criterion' | 'Barrier' | 'Objective' | 'Appointment' | 'Note';

/**
 * Records all that is kept of a person beyond the name, and gives the ids.
 * @param mark a word in every text
 */
export async function filed(
  client: Client,
  person: string,
  pathway: string,
  mark: string,
): Promise<Record<FileType, string[]>> {
  const text = (what: string) => `${mark} ${what}`;
  const made = async (act: ActName, input: Data) => [(await done(client, act, input)).id as string];
  const note = (visibility: string) =>
    made('writeNote', rightInput.writeNote(person, { pathway, visibility, text: text(visibility) }));
  return {
    Contact: await made(
      'addContact',
      rightInput.addContact(person, { kind: 'ADDRESS', value: text('road') }),
    ),
    Criterion: await made('recordCriterion', rightInput.recordCriterion(person)),
    Barrier: await made('recordBarrier', rightInput.recordBarrier(person, { note: text('has no car') })),
    Objective: await made('setObjective', rightInput.setObjective(pathway, { text: text('will drive') })),
    Appointment: await made(
      'planAppointment',
      rightInput.planAppointment(person, { subject: text('again') }),
    ),
    Note: [...(await note('PARTNER')), ...(await note('SHARED')), ...(await note('AUTHOR'))],
  };
}
