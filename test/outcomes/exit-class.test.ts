import { beforeAll, describe, expect, it } from '@jest/globals';
import { OutcomeSituation } from '../../src/features/outcomes/index.js';
import type { Client } from '../kit/client.js';
import { runCommand, validInput } from '../kit/commands.js';
import { testHub } from '../kit/hub.js';
import { longPathway } from './ended.js';

const hub = testHub();
let client: Client;
let pathway: string;

/** The exit class of a new outcome, and the version of its frame. */
const classOf = async (situation: string, contractMonths: number | null, occurredOn: string) => {
  const input = validInput.recordOutcome(pathway, { situation, contractMonths, occurredOn, keepOpen: true });
  const outcome = await runCommand(client, 'recordOutcome', input, 'class frameVersion');
  return [outcome.class, outcome.frameVersion];
};

beforeAll(async () => {
  ({ client } = await hub.town.caseworker());
  ({ pathway } = await longPathway(client, '2007-01-01'));
});

describe('the exit class of an outcome, in the IAE frame', () => {
  it('depends on the situation only, except for fixed-term and agency contracts', async () => {
    const classes: Record<string, string | null> = {
      CDI: 'DURABLE',
      PUBLIC_SERVICE: 'DURABLE',
      BUSINESS_CREATION: 'DURABLE',
      CONTRAT_AIDE: 'TRANSITION',
      QUALIFYING_TRAINING: 'POSITIVE',
      OTHER_STRUCTURE: 'POSITIVE',
      JOB_SEEKING: null,
      INACTIVE: null,
      MOVED_AWAY: null,
      LOST_CONTACT: null,
      OTHER: null,
    };
    expect([...Object.keys(classes), 'CDD', 'INTERIM'].sort()).toEqual(Object.keys(OutcomeSituation).sort());
    for (const [situation, expected] of Object.entries(classes)) {
      const found = await classOf(situation, null, '2024-03-01');
      expect([situation, found]).toEqual([situation, [expected, 1]]);
    }
  });

  it('is DURABLE for a fixed-term or agency contract of seven months or more', async () => {
    for (const situation of ['CDD', 'INTERIM']) {
      for (const [months, expected] of [
        [1, 'TRANSITION'],
        [6, 'TRANSITION'],
        [7, 'DURABLE'],
        [60, 'DURABLE'],
      ] as const) {
        const found = await classOf(situation, months, '2024-03-01');
        expect([situation, months, found]).toEqual([situation, months, [expected, 1]]);
      }
    }
  });

  it('is null before the first frame', async () => {
    expect(await classOf('CDI', null, '2007-12-31')).toEqual([null, null]);
    expect(await classOf('CDI', null, '2008-01-01')).toEqual(['DURABLE', 1]);
  });
});

describe('with a second frame', () => {
  beforeAll(async () => {
    await hub.owner(
      `insert into exit_frame (version, name, in_force_from, durable_over_months) values (2, 'Later', '2025-01-01', 12)`,
    );
    // Training has no class in this frame. The other rules are unchanged, except for the long-contract limit.
    await hub.owner(
      `insert into exit_frame_rule (frame_version, situation, class, class_when_long)
       select 2, situation, case situation when 'QUALIFYING_TRAINING' then null else class end, class_when_long
       from exit_frame_rule where frame_version = 1`,
    );
  });

  it('an outcome is classed by the frame in force on its day', async () => {
    for (const [situation, months, on, expected] of [
      ['CDD', 7, '2024-12-31', ['DURABLE', 1]],
      ['CDD', 7, '2025-01-01', ['TRANSITION', 2]],
      ['CDD', 12, '2025-01-01', ['TRANSITION', 2]],
      ['CDD', 13, '2025-01-01', ['DURABLE', 2]],
      ['INTERIM', 13, '2025-06-01', ['DURABLE', 2]],
      ['CDI', null, '2025-06-01', ['DURABLE', 2]],
      ['QUALIFYING_TRAINING', null, '2024-12-31', ['POSITIVE', 1]],
      ['QUALIFYING_TRAINING', null, '2025-01-01', [null, 2]],
    ] as const) {
      expect([situation, months, on, await classOf(situation, months, on)]).toEqual([
        situation,
        months,
        on,
        expected,
      ]);
    }
  });

  it('earlier outcomes keep the frame of their day', async () => {
    const query =
      'query ($id: ID!) { node(id: $id) { ... on Pathway { outcomes(first: 100) { nodes { occurredOn frameVersion } } } } }';
    const { outcomes } = (await client.data(query, { id: pathway })).node;
    expect(outcomes.nodes.length).toBeGreaterThan(20);
    for (const { occurredOn, frameVersion } of outcomes.nodes) {
      const expected = occurredOn < '2008-01-01' ? null : occurredOn < '2025-01-01' ? 1 : 2;
      expect([occurredOn, frameVersion]).toEqual([occurredOn, expected]);
    }
  });
});
