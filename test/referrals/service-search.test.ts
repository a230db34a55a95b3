import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Client, Data } from '../kit/client.js';
import { runCommand, validInput } from '../kit/commands.js';
import { testHub } from '../kit/hub.js';
import type { SeededPartner } from '../kit/town.js';

describe('the services of all partners', () => {
  const hub = testHub();
  let offering: SeededPartner;
  let caseworker: Client;

  beforeAll(async () => {
    ({ client: caseworker } = await hub.town.caseworker());
    offering = await hub.town.partner('relais', 'ASSOCIATION');
    const { client } = await hub.town.signedInMember(offering, 'PARTNER_ADMINISTRATOR');
    const add = (name: string, changes: Data = {}) =>
      runCommand(client, 'addService', validInput.addService({ name, ...changes }));
    await add('Hébergement d’urgence', { themes: ['LOGEMENT_HEBERGEMENT'], publics: ['TOUS_PUBLICS'] });
    await add('Œuvre des Sous-Bois', { themes: ['SE_FORMER', 'NUMERIQUE'], publics: ['FEMMES'] });
    await add('ÉCRIVAIN public', { publics: ['SENIORS'], capacity: 0 });
    await add('Atelier sans contact', { contact: null });
    const closed = await add('Atelier clos');
    await runCommand(client, 'closeService', { service: closed.id });
    const elsewhere = await hub.town.partner('cabane', 'ASSOCIATION');
    const other = await hub.town.signedInMember(elsewhere, 'PARTNER_ADMINISTRATOR');
    for (const name of ['Dépannage', 'Batelier'])
      await runCommand(other.client, 'addService', validInput.addService({ name }));
  });

  const found = async (filter: Data): Promise<string[]> => {
    const query = 'query ($filter: ServiceFilter) { services(filter: $filter) { nodes { name } } }';
    return (await caseworker.data(query, { filter })).services.nodes.map((it: Data) => it.name).sort();
  };

  it.each([
    ['the beginnings of words, in any order', 'urg héb', ['Hébergement d’urgence']],
    ['no inner part of a word', 'bergement', []],
    ['small letters without accents', 'ecrivain', ['ÉCRIVAIN public']],
    ['capitals with accents as separate characters', 'E\u0301CRIVAIN', ['ÉCRIVAIN public']],
    ['a ligature written as two letters', 'oeuvre', ['Œuvre des Sous-Bois']],
    ['words written as one', 'sousbois', ['Œuvre des Sous-Bois']],
    ['the partner’s name', 'cabane', ['Batelier', 'Dépannage']],
    ['words of both names', 'depan cabane', ['Dépannage']],
    ['a word with one wrong letter', 'hebergament', ['Hébergement d’urgence']],
    ['a word with a missing letter beside a right one', 'urgence hebergment', ['Hébergement d’urgence']],
    ['a word with an additional letter', 'ecrivvain', ['ÉCRIVAIN public']],
    ['a word with two letters swapped', 'depnanage', ['Dépannage']],
    ['no two errors in a word', 'hebregament', []],
    ['no error in a word of four letters', 'soux', []],
    ['no service by a text without a letter', '%', []],
    ['no special meaning of a character', '.*', []],
  ])('are found by %s', async (_, search, names) => {
    expect(await found({ search })).toEqual(names);
  });

  it('are found with a typing error only if no service has the right spelling', async () => {
    expect(await found({ search: 'atelier' })).toEqual(['Atelier clos', 'Atelier sans contact']);
    expect(await found({ search: 'xatelier' })).toEqual(['Atelier clos', 'Atelier sans contact', 'Batelier']);
  });

  it('are found by theme, target group and partner; services for everybody are for each group', async () => {
    expect(await found({ themes: ['LOGEMENT_HEBERGEMENT', 'NUMERIQUE'] })).toEqual([
      'Hébergement d’urgence',
      'Œuvre des Sous-Bois',
    ]);
    expect(await found({ themes: [] })).toEqual([]);
    expect(await found({ publics: ['SENIORS'] })).toContain('ÉCRIVAIN public');
    expect(await found({ publics: ['SENIORS'] })).toContain('Hébergement d’urgence');
    expect(await found({ publics: ['SENIORS'] })).not.toContain('Œuvre des Sous-Bois');
    expect(await found({ partner: offering.id, search: 'depannage' })).toEqual([]);
    expect(await found({ partner: offering.id })).toHaveLength(5);
  });

  it('are open if a referral can be sent to them', async () => {
    const query =
      'query ($open: Boolean) { services(filter: { open: $open }) { totalCount nodes { name referralObstacle } } }';
    const { services: open } = await caseworker.data(query, { open: true });
    expect(open.nodes).toHaveLength(5);
    expect(open.nodes.every((it: Data) => it.referralObstacle === null)).toBe(true);
    const { services: shut } = await caseworker.data(query, { open: false });
    expect(shut.nodes).toEqual([
      { name: 'Atelier clos', referralObstacle: 'CLOSED' },
      { name: 'Atelier sans contact', referralObstacle: 'NO_CONTACT' },
    ]);
  });

  it('are searched in bounded time, however long the text', async () => {
    expect(await found({ search: 'de la '.repeat(3_000) })).toEqual([]);
    expect(await found({ search: 'abcdefghijklmnopqrstuvwx '.repeat(8) })).toEqual([]);
  });
});
