import type { Client, Data } from '../kit/client.js';
import type { TestHub } from '../kit/hub.js';
import { openPathway, registerPerson } from '../kit/town.js';

/** The current year, as a number and as a period. */
export const year = new Date().getFullYear();
export const thisYear = { from: `${year}-01-01`, until: `${year + 1}-01-01` };

/** A question about the current year. */
export const question = {
  subject: 'PATHWAYS',
  measures: ['DISTINCT_PEOPLE', 'COUNT'],
  by: ['PARTNER'],
  period: thisYear,
  filter: { district: ['NORTH'] },
};

export const analysisFields =
  'release { asOf } columns { key label } rows { dimensions keys measures margins states withheld } totalRows withheldCells definition';

/** A signed-in member of the steering committee, of a new partner. */
export async function committeeMember(hub: TestHub) {
  return hub.town.signedInMember(await hub.town.partner(undefined, 'TOWN'), 'COMMITTEE_MEMBER');
}

/** Registers a number of persons with a pathway at the caseworker's partner. */
export async function accompany(client: Client, people: number): Promise<void> {
  await Promise.all(
    Array.from({ length: people }, async () => openPathway(client, await registerPerson(client))),
  );
}

/** Asks a question and returns the answer. */
export async function asked(client: Client, input: object = question): Promise<Data> {
  const query = `query ($input: AnalysisInput!) { committee { analysis(input: $input) { ${analysisFields} } } }`;
  return (await client.data(query, { input })).committee.analysis;
}
