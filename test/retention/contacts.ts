import { expect } from '@jest/globals';
import type { TestHub } from '../kit/hub.js';

/**
 * The last contact of each partner with each person, and until when the partner holds anything about the person, written
 * as one query: what the triggers of `last_contact` must give.
 */
const contactsInRows = `
  select c.person, c.partner, max(c.day)::text as day, max(c.until)::text as until from (
    select beneficiary_id as person, partner_id as partner, started_on as day, 'infinity'::timestamptz as until from pathway
    union all select w.beneficiary_id, s.partner_id, s.occurred_on, 'infinity' from pathway w join step s on s.pathway_id = w.id
    union all select w.beneficiary_id, o.partner_id, o.occurred_on, 'infinity' from pathway w join outcome o on o.pathway_id = w.id
    union all select beneficiary_id, partner_id, (at at time zone 'Europe/Paris')::date, 'infinity' from appointment where status = 'HONOURED'
    union all select beneficiary_id, partner_id, null, 'infinity' from appointment
    union all select a.beneficiary_id, a.partner_id, f.held_on, 'infinity' from attendance a join forum f on f.id = a.forum_id
    union all select beneficiary_id, partner_id, null, 'infinity' from clause_contract
    union all select k.beneficiary_id, k.partner_id, (h.month + interval '1 month - 1 day')::date, 'infinity'
      from clause_contract k join hours_entry h on h.contract_id = k.id where h.status <> 'REJECTED'
    union all select beneficiary_id, partner_id, null, 'infinity' from contact
    union all select beneficiary_id, partner_id, null, 'infinity' from criterion
    union all select beneficiary_id, partner_id, null, 'infinity' from barrier
    union all select beneficiary_id, partner_id, null, 'infinity' from objective
    union all select beneficiary_id, partner_id, null, 'infinity' from note
    union all select beneficiary_id, partner_id, null, 'infinity' from partner_reference
    union all select beneficiary_id, to_id, first_contact_on, null from referral
    union all select beneficiary_id, partner_id, (since at time zone 'Europe/Paris')::date, null from sharing
    union all select beneficiary_id, partner_id, null, coalesce(until, 'infinity') from sharing where ended_at is null
  ) c
  where c.person is not null group by 1, 2 having num_nonnulls(max(c.day), max(c.until)) > 0`;

const stored = `
  select beneficiary_id as person, partner_id as partner, last_on::text as day, held_until::text as until from last_contact`;

/** Expects the stored last contacts to be those that the rows give, of all persons. */
export async function expectExactContacts(hub: Pick<TestHub, 'owner'>): Promise<void> {
  const wrong = await hub.owner(
    `select * from ((${stored}) except (${contactsInRows})) s union all ((${contactsInRows}) except (${stored}))`,
  );
  expect(wrong).toEqual([]);
}
