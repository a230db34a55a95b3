import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  buildSchema,
  findBreakingChanges,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isObjectType,
} from 'graphql';
import { resolvers } from '../../src/features/index.js';
import { assemble, printed } from '../../src/graphql/schema.js';

/** Lists on Node types that are not connections, and why their length is bounded. */
const shortLists: Record<string, string> = {
  'Beneficiary.sharings': 'only sharings in force: a few per partner of the town',
  'Beneficiary.contacts': 'a person has a few',
  'Beneficiary.criteria': 'a few, from a closed list',
  'Beneficiary.suspectedDuplicates': 'few people have the same birth date and similar names',
  'Beneficiary.distinctions': 'few people can be confused',
  'Beneficiary.merges': 'duplicates are rare',
  'Referral.viewerCan': 'a set of commands',
  'Referral.transitions': 'the lifecycle allows only a few transitions',
  'Lot.months': 'a lot lasts a few years',
  'Service.themes': 'a service has a few',
  'Service.publics': 'a service has a few',
  'Webhook.topics': 'a few, from a closed list',
  'SavedAnalysis.measures': 'an analysis has a few',
  'SavedAnalysis.by': 'an analysis has at most three',
  'CommitteeQuestion.measures': 'a question has a few',
  'CommitteeQuestion.by': 'a question has at most three',
  'CommitteeQuestion.values': 'a question has at most two',
};

describe('schema.graphql', () => {
  let text: string;
  let schema: GraphQLSchema;

  beforeAll(async () => {
    text = await readFile('schema.graphql', 'utf8');
    schema = buildSchema(text);
  });

  it('is up to date with the code', async () => {
    expect(text).toBe(printed(await assemble(resolvers)));
  });

  it('has no breaking change against core.graphql', async () => {
    const core = buildSchema(await readFile('test/graphql/core.graphql', 'utf8'));
    expect(Object.keys(core.getTypeMap()).length).toBeGreaterThan(80);
    expect(findBreakingChanges(core, schema)).toEqual([]);
    // Control: in the other direction, additions count as missing, so the comparison detects differences.
    expect(findBreakingChanges(schema, core)).not.toEqual([]);
  });

  it('describes every type, field, argument, enum value and input field', () => {
    const undescribed: string[] = [];
    const check = (path: string, it: { description?: string | null | undefined }) => {
      if (!it.description?.trim()) undescribed.push(path);
    };
    for (const type of ownTypes()) {
      check(type.name, type);
      if (isEnumType(type)) for (const value of type.getValues()) check(`${type.name}.${value.name}`, value);
      if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) continue;
      for (const field of Object.values(type.getFields())) {
        check(`${type.name}.${field.name}`, field);
        if ('args' in field)
          for (const arg of field.args) check(`${type.name}.${field.name}(${arg.name})`, arg);
      }
    }
    expect(undescribed).toEqual([]);
  });

  it('shows every unbounded list as a connection, with the arguments and fields of a connection', () => {
    const found: string[] = [];
    for (const type of ownTypes().filter(isObjectType)) {
      const isNode = type.getInterfaces().some(({ name }) => name === 'Node');
      for (const field of Object.values(type.getFields())) {
        const shown = getNullableType(field.type);
        // A set of commands is never long.
        if (getNamedType(shown).name === 'Command') continue;
        if (isNode && isListType(shown)) found.push(`${type.name}.${field.name}`);
        if (!isObjectType(shown) || !shown.name.endsWith('Connection')) continue;
        const args = Object.fromEntries(field.args.map((it) => [it.name, `${it.type} ${it.defaultValue}`]));
        expect(args).toMatchObject({
          first: 'Int 20',
          last: 'Int undefined',
          after: 'String undefined',
          before: 'String undefined',
        });
        const fields = Object.keys(shown.getFields());
        expect(fields).toEqual(expect.arrayContaining(['edges', 'nodes', 'pageInfo']));
      }
    }
    expect(found.sort()).toEqual(Object.keys(shortLists).sort());
    expect(Object.keys(schema.getQueryType()?.getFields() ?? {})).toContain('beneficiaries');
  });

  it('gives every major object an id', () => {
    const withId = ownTypes().filter((type) => isObjectType(type) && type.getFields()['id']);
    // A snapshot is not a Node: its content is stored as JSON, and only the committee's view reads it.
    // An entry of a timeline is not stored: it is a view of another object.
    const withoutInterface = withId.filter((type) => isObjectType(type) && type.getInterfaces().length === 0);
    expect(withoutInterface.map(({ name }) => name)).toEqual(['Snapshot', 'TimelineEntry']);
    const ids = withId.map((type) => type.name);
    expect(ids).toEqual(
      expect.arrayContaining(['Beneficiary', 'Member', 'Partner', 'Pathway', 'Referral', 'Sharing', 'Step']),
    );
  });

  function ownTypes() {
    const standard = new Set(
      Object.keys(buildSchema('type Query { it: ID it2: Int it3: Float }').getTypeMap()),
    );
    return Object.values(schema.getTypeMap()).filter(({ name }) => name === 'Query' || !standard.has(name));
  }
});
