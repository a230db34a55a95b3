import { z } from 'zod';
import { sections } from './sections.js';

/** The tables that refer to a person and are not in the exported file, each with what it holds and the reason. */
export const leftOut: Readonly<Record<string, string>> = {
  'audit.subject': 'the pseudonym of the person in the audit (the access sheet shows who accessed the file)',
  last_contact: 'the day of each partner’s last contact (the contacts are in the file)',
  link_match: 'which link requests refer to the person (the requests are in the file)',
  name_key: 'the search keys of the person’s name (the names are in the file)',
  notification: 'which professionals were notified of which referral',
  referral_assignment: 'which professional is assigned to a referral (the referrals are in the file)',
  'rights.retained': 'how long each partner keeps its part of the file',
  'merges.merged_row': 'the keys of rows that a merge moved (the rows are in the file)',
};

/** The shape of an exported file. */
export const PersonFileShape = z
  .strictObject({
    exportedAt: z.iso.datetime().describe('When the file was exported.'),
    ...Object.fromEntries(Object.entries(sections).map(([name, { rows }]) => [name, rows])),
    person: sections.person.row,
  })
  .meta({
    title: 'Person file',
    description: `All data about a person that the referent sees. Left out: ${Object.values(leftOut).join('; ')}; names of professionals.`,
  });

/** The JSON Schema (draft 2020-12) of an exported file. */
export const personFileSchema = JSON.stringify(
  z.toJSONSchema(PersonFileShape, {
    // The pattern that zod adds to a standard format is redundant.
    override: ({ jsonSchema }) => {
      if (jsonSchema.format) delete jsonSchema.pattern;
    },
  }),
);
