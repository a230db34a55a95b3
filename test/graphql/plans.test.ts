import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  getOperationAST,
  getVariableValues,
  type OperationDefinitionNode,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import { Database } from '../../src/database/database.js';
import type { Statement } from '../../src/database/reader.js';
import { entities, resolvers } from '../../src/features/index.js';
import { ReadModel } from '../../src/graphql/read/model.js';
import { compilePlan, Plans } from '../../src/graphql/read/plan.js';
import { shapeOf } from '../../src/graphql/read/shape.js';
import { assemble } from '../../src/graphql/schema.js';
import { testHub } from '../kit/hub.js';
import { loginUrlOf } from '../kit/login.js';
import { Random, randomFrom } from '../kit/random.js';
import { registerPerson } from '../kit/town.js';
import { questions, type Subjects } from './generate.js';
import { cursorOf, lists } from './stored.js';

const uuid = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;
const prefixes = ['beneficiary', 'pathway', 'referral', 'partner', 'service', 'step', 'note', 'nothing'];

/** A value of a column by which a list is ordered. */
function columnValue(column: string, number: number): string {
  if (column === 'id' || column.endsWith('_id')) return uuid(number);
  return column === 'at' || column.endsWith('_at') ? '2026-01-01T08:00:00+00:00' : '2026-01-01';
}

/** Values that fit the schema. They need not exist: the statements are compared, not their results. */
const subjects: Subjects = {
  ids: [...prefixes.map((it, index) => `${it}_${uuid(index)}`), 'not an id', `beneficiary_${uuid(99)}`],
  slugs: ['csc', 'relais'],
  searches: ['', 'd', 'Dur', 'lina da', '_'],
  references: ['2025-00', '2025-000001'],
  cursors: Object.fromEntries(
    Object.entries(lists).map(([name, list]) => [
      name,
      [1, 2].map((number) =>
        cursorOf(
          list,
          new Proxy({} as never, { get: (_, column) => columnValue(String(column), number) }),
          '',
        ),
      ),
    ]),
  ),
};

/** Another value of the same kind; sometimes null or nothing. */
function changed(value: unknown, random: Random): unknown {
  const one = <Item>(items: readonly Item[]) => items[random.below(items.length)] as Item;
  if (random.below(8) === 0) return random.below(2) === 0 ? null : undefined;
  if (typeof value === 'number') return 1 + random.below(100);
  if (typeof value === 'boolean') return random.below(2) === 0;
  if (Array.isArray(value)) {
    return Array.from({ length: random.below(4) }, () => changed(one(value), random) ?? one(subjects.ids));
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, changed(part, random)]));
  }
  const pools = [subjects.ids, subjects.slugs, subjects.searches, ...Object.values(subjects.cursors)];
  const pool = pools.find((it) => it.includes(value as string));
  return pool ? one(pool) : value;
}

describe('a kept plan', () => {
  let database: Database;
  let model: ReadModel;
  afterAll(() => database.close());
  const hub = testHub();

  beforeAll(async () => {
    database = await Database.connect(await loginUrlOf(hub.ownerUrl), entities, 1);
    model = new ReadModel(await assemble(resolvers), database.orm.getMetadata());
  });

  it('has the statements that a new plan would have, for all variables', async () => {
    const { random, seed } = randomFrom('PLANS_SEED');
    const plans = new Plans(model);
    let [reused, compared] = [0, 0];
    fc.assert(
      fc.property(questions(model.schema, subjects), ({ query, variables }) => {
        const document = parse(query);
        if (validate(model.schema, document, specifiedRules).length > 0) fc.pre(false);
        const operation = getOperationAST(document) as OperationDefinitionNode;
        for (let round = 0; round < 6; round++) {
          const others = round === 0 ? variables : changed(variables, new Random(random.below(2 ** 32)));
          const { coerced } = getVariableValues(
            model.schema,
            operation.variableDefinitions ?? [],
            (others ?? {}) as Record<string, unknown>,
          );
          if (!coerced) continue;
          const shape = shapeOf(document, operation, coerced);
          const compiled = compilePlan(model, shape, coerced);
          const found = plans.of(shape, coerced);
          expect(found?.statements).toEqual(compiled?.bind(coerced));
          expect(found?.plan.operation).toEqual(compiled?.operation);
          expect(found?.plan.mayViolateNonNull).toEqual(compiled?.mayViolateNonNull);
          compared++;
          if (found && plans.of(shape, { ...coerced })?.plan === found.plan) reused++;
        }
      }),
      { seed, numRuns: 100 },
    );
    console.log(`${compared} requests compared; the same plan answered ${reused} of them again`);
    expect(reused).toBeGreaterThan(compared / 4);
  });

  it('answers a request with other values without being compiled again', () => {
    const plans = new Plans(model);
    const document = parse(
      'query ($id: ID!, $first: Int, $after: String) { beneficiary(id: $id) { id referrals(first: $first, after: $after) { nodes { id } } } }',
    );
    const operation = getOperationAST(document) as OperationDefinitionNode;
    const find = (variables: Record<string, unknown>) =>
      plans.of(shapeOf(document, operation, variables), variables);
    const planOf = (id: number, first: number) => {
      const found = find({ id: `beneficiary_${uuid(id)}`, first });
      return { plan: found?.plan, ...(found?.statements[0] as Statement) };
    };
    const [one, other] = [planOf(1, 5), planOf(2, 5)];
    expect(other.plan).toBe(one.plan);
    expect(other.text).toBe(one.text);
    expect([one.values, other.values]).toEqual([[uuid(1)], [uuid(2)]]);
    // Another length needs another statement; an invalid id needs the executor.
    expect(planOf(1, 6).plan).not.toBe(one.plan);
    expect(find({ id: 'not an id', first: 5 })).toBeUndefined();
  });

  it('is shared by viewers with different rights, and each gets the own answer', async () => {
    const one = await hub.town.caseworker();
    const other = await hub.town.caseworker();
    const query =
      'query ($id: ID!) { beneficiary(id: $id) { id firstName } beneficiaries(first: 50) { nodes { id } } }';
    const persons = [await registerPerson(one.client), await registerPerson(other.client)] as const;
    for (let round = 0; round < 10; round++) {
      for (const id of persons) {
        const [own, others] = id === persons[0] ? [one, other] : [other, one];
        const seen = await own.client.data(query, { id });
        expect([seen.beneficiary.id, seen.beneficiaries.nodes]).toEqual([id, [{ id }]]);
        const hidden = await others.client.data(query, { id });
        expect([hidden.beneficiary, hidden.beneficiaries.nodes]).toEqual([
          null,
          [{ id: persons.find((it) => it !== id) }],
        ]);
      }
    }
  });
});
