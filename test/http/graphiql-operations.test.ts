import { expect, it } from '@jest/globals';
import { getOperationAST, getVariableValues, parse, validate } from 'graphql';
import { operations } from '../../src/http/pages/graphiql/operations.js';
import { schema } from '../kit/schema.js';

const byTitle = operations.map((operation) => [operation.title, operation] as const);

it.each(byTitle)('“%s” is a valid operation of the schema', (_title, { document }) => {
  expect(validate(schema, parse(document)).map(String)).toEqual([]);
});

it.each(byTitle)('the variables of “%s” are valid', (_title, { document, variables = {} }) => {
  const definitions = getOperationAST(parse(document))?.variableDefinitions ?? [];
  expect(Object.keys(variables)).toEqual(definitions.map(({ variable }) => variable.name.value));
  const filled = JSON.parse(JSON.stringify(variables).replaceAll('{today}', '2026-03-02'));
  expect(getVariableValues(schema, definitions, filled).errors ?? []).toEqual([]);
});

it.each(byTitle)('“%s” begins with a comment that describes it', (_title, { document }) => {
  expect(document).toMatch(/^# \p{Lu}.{20,}\.\n/u);
});

it('titles and names are unique', () => {
  const names = operations.map(({ document }) => getOperationAST(parse(document))?.name?.value);
  expect(new Set(names).size).toBe(operations.length);
  expect(new Set(operations.map(({ title }) => title)).size).toBe(operations.length);
});
