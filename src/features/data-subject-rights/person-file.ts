import { z } from 'zod';
import { sections } from './sections.js';

/** The tables that name a person and are not in the file, and why. */
export const leftOut: Readonly<Record<string, string>> = {
  'audit.subject': 'the pseudonym under which the audit names the person (who looked is on the access sheet)',
  link_match: 'which request means the person (the requests are in the file)',
  name_key: 'what searches find the person by (the names are in the file)',
  notification: 'which professionals were told of which referral',
  referral_assignment: 'which professional looks after a referral (the referrals are in the file)',
  'rights.retained': 'until when each partner keeps its part of the file',
  'merges.merged_row': 'the keys of rows that a merge moved (the rows are in the file)',
};

/** What an exported file is. */
export const PersonFileShape = z
  .strictObject({
    exportedAt: z.iso.datetime().describe('When the file was exported.'),
    ...Object.fromEntries(Object.entries(sections).map(([name, { rows }]) => [name, rows])),
    person: sections.person.row,
  })
  .meta({
    title: 'Person file',
    description: `All that is kept of a person, as far as the partner that answers for the file sees it. Not in it: ${Object.values(leftOut).join('; ')}; names of professionals.`,
  });

/** The JSON Schema (draft 2020-12) of an exported file. */
export const personFileSchema = JSON.stringify(
  z.toJSONSchema(PersonFileShape, {
    // Beside a format that every validator knows, zod's own pattern of it says nothing more.
    override: ({ jsonSchema }) => {
      if (jsonSchema.format) delete jsonSchema.pattern;
    },
  }),
);
