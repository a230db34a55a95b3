import { beforeAll, describe, expect, it } from '@jest/globals';
import { market } from '../clauses/market.js';
import type { Client, Data } from '../kit/client.js';
import { type CommandName, refusalsOf, runCommand, validInput } from '../kit/commands.js';
import { daysAgo } from '../kit/days.js';
import { sharedHub } from '../kit/hub.js';
import { openPathway, registerPerson, type SeededPartner } from '../kit/town.js';

const hub = sharedHub();
const birthDate = daysAgo(100);
const beforeBirth = daysAgo(101);
let client: Client;
let otherPartner: SeededPartner;
let person: string;
let pathway: string;

beforeAll(async () => {
  ({ client } = await hub.town.caseworker());
  ({ partner: otherPartner } = await hub.town.caseworker());
  person = await registerPerson(client, { birthDate, informedOn: birthDate });
  pathway = await openPathway(client, person);
});

describe('a date of a person', () => {
  it.each<[CommandName, string, () => Data]>([
    [
      'registerBeneficiary',
      'informedOn',
      () => validInput.registerBeneficiary({ birthDate, informedOn: beforeBirth }),
    ],
    ['openPathway', 'startedOn', () => validInput.openPathway(person, { startedOn: beforeBirth })],
    ['addStep', 'occurredOn', () => validInput.addStep(pathway, { occurredOn: beforeBirth })],
    ['recordCriterion', 'since', () => validInput.recordCriterion(person, { since: beforeBirth })],
    ['setObjective', 'dueOn', () => validInput.setObjective(pathway, { dueOn: beforeBirth })],
    ['planAppointment', 'at', () => validInput.planAppointment(person, { at: `${beforeBirth}T09:00:00Z` })],
    [
      'recordSharingAgreement',
      'agreedOn',
      () => validInput.recordSharingAgreement(person, otherPartner, { agreedOn: beforeBirth }),
    ],
    [
      'sendReferral',
      'agreedOn',
      () => validInput.sendReferral(person, otherPartner, { agreedOn: beforeBirth }),
    ],
  ])('in %s (%s) must not be before the birth date', async (command, field, input) => {
    expect(await refusalsOf(client, command, input())).toEqual([`INVALID ${field}`]);
  });

  it('is compared with the birth date by a trigger on every table that names a person', async () => {
    // The last contact follows from dates that are compared.
    const uncovered = await hub.owner(
      `select c.relname || '.' || a.attname as column
       from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
       where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and a.atttypid = 'date'::regtype and c.relname <> 'last_contact'
         and exists (select from pg_attribute p where p.attrelid = c.oid and p.attname = 'beneficiary_id')
         and not exists (select from pg_trigger t where t.tgrelid = c.oid and t.tgname like 'born\\_%'
           and encode(t.tgargs, 'escape') ~ ('(^|\\\\000)' || a.attname || '( [0-9]+)?\\\\000'))`,
    );
    expect(uncovered).toEqual([]);
  });

  it('in a clause contract must not be before the age of 16', async () => {
    const { facilitator, company, lot } = await market(hub);
    /** The birth date of a person who reaches this age this many days after the start of the contract. */
    const birthDateFor = (age: number, days: number) => {
      const day = new Date(`${daysAgo(100)}T00:00:00Z`);
      day.setUTCFullYear(day.getUTCFullYear() - age);
      day.setUTCDate(day.getUTCDate() + days);
      return day.toISOString().slice(0, 10);
    };
    const lotId = await lot({ startsOn: daysAgo(200) });
    const contractInput = async (birth: string) => {
      const id = await registerPerson(client, { birthDate: birth });
      return validInput.openClauseContract(id, lotId, company, { startsOn: daysAgo(100) });
    };
    expect(facilitator).toBeDefined();
    expect(await refusalsOf(client, 'openClauseContract', await contractInput(birthDateFor(16, 1)))).toEqual([
      'INVALID startsOn',
    ]);
    await runCommand(client, 'openClauseContract', await contractInput(birthDateFor(16, 0)));
  });
});

describe('an instant', () => {
  it.each(['0000-01-01T00:00:00Z', '9999-12-31T23:59:59Z', '1899-12-31T23:59:59Z'])(
    '%s is refused: its year is outside the allowed range',
    async (at) => {
      const query =
        'mutation ($input: PlanAppointmentInput!) { planAppointment(input: $input) { appointment { id } } }';
      const { errors } = await client.send(query, { input: validInput.planAppointment(person, { at }) });
      expect(errors).toMatchObject([
        { message: expect.stringContaining('DateTime'), extensions: { code: 'BAD_USER_INPUT' } },
      ]);
    },
  );
});
