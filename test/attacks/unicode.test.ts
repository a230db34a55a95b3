import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from '../kit/client.js';
import { commandInputs } from '../kit/command-inputs.js';
import { refusalsOf, runCommand, validInput } from '../kit/commands.js';
import { type FullFixture, fullFixture } from '../kit/full-fixture.js';
import { sharedHub } from '../kit/hub.js';
import { schema } from '../kit/schema.js';
import { openPathway, registerPerson } from '../kit/town.js';
import {
  answerTo,
  codesOf,
  commandsWithTexts,
  commandTexts,
  type Path,
  queryTexts,
  requiredIds,
  withAt,
} from './harmless.js';

/*
 * Misleading characters: characters that a text must not contain, invisible characters, characters that change the
 * direction of a line, and names with several spellings.
 */

const nul = '\u0000';
const surrogates = ['\ud800', '\udfff', '\udc00\ud800'];
const directional = ['\u202a', '\u202b', '\u202d', '\u202e', '\u2066', '\u2067', '\u2068'];

const invisible = ['\u200b', '\u200d', '\u00ad', '\ufeff', '\u3164', '\ufe0f', '\u200e', '\u{e0061}'];

/** The key of a value of a closed list: refused as unknown, after the rights. */
const isKeyOfList = (path: Path) => path.join('.') === 'question.filter.values.0.key';

/** The multi-line texts, in which marks of direction are allowed. */
const severalLines = new Set([
  'openPathway.objective',
  'requestLink.purpose',
  'draftReferral.purpose',
  'changeReferralDraft.purpose',
  'sendReferral.purpose',
  'referAgain.purpose',
  'referAttendance.purpose',
  'requestReferralInfo.message',
  'replyToReferral.reply',
  'sendReferralMessage.text',
  'declineReferral.comment',
  'completeReferral.comment',
  'holdReferral.reason',
  'resumeReferral.reason',
  'cancelReferral.reason',
  'enterReferralInError.reason',
  'addRoadmapItem.description',
  'editRoadmapItem.description',
  'writeNote.text',
  'rewordNote.text',
  'mergeBeneficiaries.reason',
  'declareDistinct.reason',
]);

describe('a misleading character', () => {
  const hub = sharedHub();
  let inside: FullFixture;
  /** Input rules are checked before rights; but what only a facilitator may refer to is looked up after the rights. */
  let clients: Client[];
  let client: Client;
  let person: string;

  beforeAll(async () => {
    inside = await fullFixture(hub.town);
    ({ client } = inside.referent);
    [person = ''] = inside.ids.Beneficiary;
    const roles = ['PARTNER_ADMINISTRATOR', 'CLAUSE_FACILITATOR'];
    clients = await Promise.all(
      roles.map(async (role) => (await hub.town.signedInMember(inside.referent.partner, role)).client),
    );
  });
  afterEach(async () => {
    expect(await client.data('{ viewer { role } }')).toEqual({ viewer: { role: 'CASEWORKER' } });
  });

  it.each(queryTexts)('in $name finds nothing, or is refused', async (place) => {
    const { field, argument, path, selection } = place;
    const texts = [nul, `x${nul}`, ...surrogates, directional.join('')];
    const variables: Record<string, unknown> = {};
    const fields = texts.map((text, index) => {
      variables[`v${index}`] = withAt(undefined, path, text);
      const others = requiredIds(field, argument.name).map((name) => `${name}: "${person}", `);
      return `f${index}: ${field}(${others.join('')}${argument.name}: $v${index}) ${selection}`;
    });
    const declared = texts.map((_, index) => `$v${index}: ${argument.type}`).join(', ');
    const query = `query (${declared}) { ${fields.join(' ')} }`;
    const answer = await answerTo(client, { query, variables });
    const found = Object.values(answer.data ?? {}).filter((it) => it !== null);
    expect(found.filter((it) => JSON.stringify(it) !== '{"nodes":[]}')).toEqual([]);
    expect(codesOf(answer)).toEqual(['BAD_USER_INPUT']);
  });

  it.each(commandsWithTexts())('in each text of %s is refused', async (command) => {
    const type = schema.getMutationType()?.getFields()[command]?.args[0]?.type;
    const attacks = commandTexts(command).flatMap((path) =>
      [`a${nul}`, 'a\ud800', 'a\u202eb'].map((text) => ({ path, text })),
    );
    const declared = attacks.map((_, index) => `$v${index}: ${type}`).join(', ');
    const fields = attacks.map(
      (_, index) => `f${index}: ${command}(input: $v${index}) { userErrors { code } }`,
    );
    const query = `mutation (${declared}) { ${fields.join(' ')} }`;
    for (const client of clients) {
      const variables: Record<string, unknown> = {};
      attacks.forEach(({ path, text }, index) => {
        variables[`v${index}`] = withAt(commandInputs(inside, inside.other.partner)[command], path, text);
      });
      const answer = await answerTo(client, { query, variables });
      const accepted = attacks.filter((_, index) => answer.data?.[`f${index}`]?.userErrors.length === 0);
      expect([codesOf(answer), accepted]).toEqual([[], []]);
    }
  });

  it.each(commandsWithTexts())('that is invisible is refused in single-line texts of %s', async (command) => {
    const type = schema.getMutationType()?.getFields()[command]?.args[0]?.type;
    const isLine = (path: Path) => !severalLines.has([command, ...path].join('.')) && !isKeyOfList(path);
    const lines = commandTexts(command, ['String']).filter((path) => isLine(path));
    const attacks = lines.flatMap((path) => invisible.map((hidden) => ({ path, text: `a${hidden}b` })));
    if (attacks.length === 0) return;
    const declared = attacks.map((_, index) => `$v${index}: ${type}`).join(', ');
    const fields = attacks.map(
      (_, index) => `f${index}: ${command}(input: $v${index}) { userErrors { code path } }`,
    );
    const input = commandInputs(inside, inside.other.partner)[command];
    const variables = Object.fromEntries(
      attacks.map(({ path, text }, index) => [`v${index}`, withAt(input, path, text)]),
    );
    const query = `mutation (${declared}) { ${fields.join(' ')} }`;
    const { data } = await answerTo(client, { query, variables });
    for (const [index, { path, text }] of attacks.entries()) {
      const error = { code: 'INVALID', path: ['input', ...path.map(String)] };
      expect([text, data?.[`f${index}`].userErrors]).toEqual([text, expect.arrayContaining([error])]);
    }
  });

  it.each([
    ['nul', nul],
    ['a lone surrogate', '\ud800'],
    ['a tab', '\t'],
    ['DEL', '\u007f'],
    ['a terminal escape sequence', '\u001b[31m'],
    ...directional.map((it): [string, string] => [`U+${it.charCodeAt(0).toString(16)}`, it]),
  ])('%s is refused in a name, a title and a note', async (name, character) => {
    const text = `Ali${character}ce`;
    const path = (field: string) => [`INVALID ${field}`];
    const named = validInput.registerBeneficiary({ firstName: text });
    expect(await refusalsOf(client, 'registerBeneficiary', named)).toEqual(path('firstName'));
    const step = validInput.addStep(inside.ids.Pathway[0] as string, { title: text });
    expect(await refusalsOf(client, 'addStep', step)).toEqual(path('title'));
    if (name === 'a tab') return;
    expect(await refusalsOf(client, 'writeNote', validInput.writeNote(person, { text }))).toEqual(
      path('text'),
    );
  });

  it.each([
    '\u200b\u200b',
    '\u2060',
    '\ufeff',
    '\u00ad',
    '\u3164',
    '\u115f\u1160',
    '\uffa0',
    '\u2800',
    '\u034f',
    '\u{e0041}',
    '  ',
  ])('in a name of only invisible characters (%j) is refused', async (firstName) => {
    const input = validInput.registerBeneficiary({ firstName });
    expect(await refusalsOf(client, 'registerBeneficiary', input)).toEqual(['INVALID firstName']);
  });

  it.each(['\u200b', '\u2060', '\u00ad', '\u3164', '\uffa0', '\u{e0061}'])(
    '%j does not hide a forbidden number or a sensitive word',
    async (hidden) => {
      const number = `1 85 05 78 006 084`.replaceAll(' ', hidden);
      const note = validInput.writeNote(person, { text: `No. ${number}` });
      expect(await refusalsOf(client, 'writeNote', note)).toEqual(['INVALID text']);
      const text = `Suit une chimio${hidden}thérapie`;
      const opening = validInput.openPathway(person, { objective: text });
      expect(await refusalsOf(client, 'openPathway', opening)).toEqual(['WORDING objective']);
    },
  );

  describe('in the name of a registered person', () => {
    const birthDate = '1991-05-06';
    const first = 'Zoé-Anaïs';
    const last = 'Lefèvre d’Œuvre';
    let known: string;
    let stranger: Client;
    beforeAll(async () => {
      known = await registerPerson(client, { firstName: first, lastName: last, birthDate });
      ({ client: stranger } = await hub.town.caseworker());
    });

    const spelled: [string, string, string][] = [
      ['unchanged', first, last],
      ['decomposed', first.normalize('NFD'), last.normalize('NFD')],
      ['in compatibility characters', 'Ｚｏé-Anaïs', 'ＬＥfèvre d’Œuvre'],
      ['with duplicate combining marks', 'Zo\u00e9\u0301-Anai\u0308s', last],
      ['without marks', 'Zoe-Anais', "Lefevre d'Oeuvre"],
      ['in capitals', first.toUpperCase(), last.toUpperCase()],
      ['with other space characters', 'Zoé\u00a0Anaïs', 'Lefèvre\u2003d’Œuvre'],
      ['with other hyphens and apostrophes', 'Zoé\u2011Anaïs', 'Lefèvre d\u02bcŒuvre'],
      ['with a braille blank', '\u2800Zoé-Anaïs\u2800', last],
    ];
    const hidden = [
      ['zero width space', '\u200b'],
      ['zero width non-joiner', '\u200c'],
      ['zero width joiner', '\u200d'],
      ['word joiner', '\u2060'],
      ['byte order mark', '\ufeff'],
      ['soft hyphen', '\u00ad'],
      ['left-to-right mark', '\u200e'],
      ['right-to-left mark', '\u200f'],
      ['combining grapheme joiner', '\u034f'],
      ['variation selector', '\ufe0f'],
      ['tag letter', '\u{e0061}'],
      ['Hangul filler', '\u3164'],
      ['half-width Hangul filler', '\uffa0'],
      ['Mongolian vowel separator', '\u180e'],
      ['invisible times', '\u2062'],
    ].map(([name, it]): [string, string, string] => [`with a ${name}`, `${it}Zo${it}é-Anaïs${it}`, last]);
    const twins = [...spelled, ...hidden];
    it.each(hidden)(
      '%s: it is refused, because the difference is invisible',
      async (_, firstName, lastName) => {
        const input = validInput.registerBeneficiary({ firstName, lastName, birthDate });
        expect(await refusalsOf(client, 'registerBeneficiary', input)).toEqual(['INVALID firstName']);
      },
    );

    it.each(spelled)('%s: it is recognised as the same person', async (_, firstName, lastName) => {
      const input = validInput.registerBeneficiary({ firstName, lastName, birthDate });
      const payload = await client.run('registerBeneficiary', input, 'beneficiary { id }');
      expect(payload).toMatchObject({ beneficiary: { id: known }, userErrors: [{ code: 'ALREADY_KNOWN' }] });
    });

    it.each(twins)('%s: a search finds the person', async (_, firstName, lastName) => {
      const found = await client.data(
        'query ($a: String!, $b: String!) { a: beneficiaries(filter: { search: $a }) { nodes { id } } b: beneficiaries(filter: { search: $b }) { nodes { id } } }',
        { a: firstName, b: `${lastName} ${firstName}` },
      );
      expect(found).toEqual({ a: { nodes: [{ id: known }] }, b: { nodes: [{ id: known }] } });
    });

    it.each(twins)('%s: another partner does not find the person', async (_, firstName, lastName) => {
      const query = 'query ($s: String!) { beneficiaries(filter: { search: $s }) { totalCount } }';
      expect(await stranger.data(query, { s: `${firstName} ${lastName}` })).toEqual({
        beneficiaries: { totalCount: 0 },
      });
    });
  });

  it('is stored in NFC, and otherwise unchanged', async () => {
    const pathway = await openPathway(client, await registerPerson(client));
    for (const title of ['E\u0301t\u00e9', 'שלום عليكم', '👩🏽‍⚖️ 👨‍👩‍👧', 'İstanbul ǅ ß ﬁ', 'x\u{10ffff}']) {
      const input = validInput.addStep(pathway, { title });
      expect(await runCommand(client, 'addStep', input, 'title')).toEqual({ title: title.normalize('NFC') });
    }
  });
});
