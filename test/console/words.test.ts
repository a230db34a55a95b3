import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  buildSchema,
  type GraphQLInputType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  parse,
  TypeInfo,
  typeFromAST,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { statusLabels, subjectLabels } from '../../src/features/committee/lattice/labels.js';

const schema = buildSchema(readFileSync('schema.graphql', 'utf8'), { assumeValidSDL: true });

/** All documents of the console, as one. */
function documents() {
  const files = readdirSync('console/src', { recursive: true, encoding: 'utf8' });
  const sources = files.filter((it) => /\.tsx?$/.test(it) && !it.startsWith('hub/gql'));
  const texts = sources.flatMap((file) =>
    [...readFileSync(`console/src/${file}`, 'utf8').matchAll(/\/\* GraphQL \*\/ `([^`]*)`/g)].map(
      ([, text]) => text,
    ),
  );
  return parse(texts.join('\n'));
}

/** The enums that the console reads or writes. */
function usedEnums(): Set<string> {
  const found = new Set<string>();
  const seen = new Set<string>();
  const addInput = (type: GraphQLInputType) => {
    const named = getNamedType(type);
    if (seen.has(named.name)) return;
    seen.add(named.name);
    if (isEnumType(named)) found.add(named.name);
    if (isInputObjectType(named)) for (const { type: of } of Object.values(named.getFields())) addInput(of);
  };
  const info = new TypeInfo(schema);
  visit(
    documents(),
    visitWithTypeInfo(info, {
      Field() {
        const type = getNamedType(info.getType());
        if (isEnumType(type)) found.add(type.name);
      },
      VariableDefinition({ type }) {
        const declared = typeFromAST(schema, type as never);
        if (declared) addInput(declared as GraphQLInputType);
      },
    }),
  );
  return found;
}

/** Enums that nobody reads: the console decides by them, or the hub says the same in words. */
const notShown = new Map([
  ['UserErrorCode', 'the refusal has a message'],
  ['ReferralBox', 'the two boxes have names of their own'],
  ['BeneficiaryOrder', 'the columns of the table have names'],
  ['Command', 'the buttons have names of their own'],
  ['AnalysisDimension', 'the hub says the label beside it'],
  ['AnalysisMeasure', 'the hub says the label beside it'],
  ['IndicatorKey', 'the hub says the label beside it'],
  ['ServicePublic', 'services are not searched by target group'],
]);

type Entries = Readonly<Record<string, unknown>>;

/** All records of words in a tree of words, by their path. */
function* records(tree: unknown, path = ''): Generator<[path: string, record: Entries]> {
  if (typeof tree !== 'object' || tree === null || Array.isArray(tree)) return;
  yield [path, tree as Entries];
  for (const [key, value] of Object.entries(tree)) yield* records(value, `${path}/${key}`);
}

describe('the words of the console', () => {
  const french = new Map<string, Entries>();
  const english = new Map<string, Entries>();

  beforeAll(async () => {
    for (const file of readdirSync('console/src/copy')) {
      const exported = (await import(`../../console/src/copy/${file.replace('.ts', '.js')}`)) as Record<
        string,
        { readonly fr: unknown; readonly en: unknown }
      >;
      for (const [name, { fr, en }] of Object.entries(exported)) {
        for (const [path, record] of records(fr, name)) french.set(path, record);
        for (const [path, record] of records(en, name)) english.set(path, record);
      }
    }
  });

  const isSaid = (word: unknown) => typeof word === 'function' || (typeof word === 'string' && word !== '');

  it('are in both languages', () => {
    expect(french.size).toBeGreaterThan(20);
    const keysOf = (all: ReadonlyMap<string, Entries>) =>
      Object.fromEntries([...all].map(([path, record]) => [path, Object.keys(record).sort()]));
    expect(keysOf(english)).toEqual(keysOf(french));
  });

  it('say each value of each enum that is shown', () => {
    const missing = [...usedEnums()]
      .filter((name) => !notShown.has(name))
      .filter((name) => {
        const type = schema.getType(name);
        const values = isEnumType(type) ? type.getValues().map((it) => it.name) : [];
        const says = (record: Entries | undefined) => values.every((it) => isSaid(record?.[it]));
        return ![...french].some(([path, record]) => says(record) && says(english.get(path)));
      });
    expect(missing).toEqual([]);
    expect([...notShown.keys()].filter((name) => !usedEnums().has(name))).toEqual([]);
  });

  it.each(['fr', 'en'] as const)('name a state and a subject as the figures do (%s)', (language) => {
    const words = language === 'fr' ? french : english;
    // An inbox says of a referral without an answer what the reader has to do.
    const { REQUESTED, ...states } = statusLabels.REFERRALS;
    expect(REQUESTED).toBeDefined();
    for (const [path, labels] of [
      ['statusWords', states],
      ['subjectWords', subjectLabels],
    ] as const) {
      const expected = Object.entries(labels).map(([key, label]) => [key, label[language]]);
      expect(words.get(path)).toMatchObject(Object.fromEntries(expected));
    }
  });
});
