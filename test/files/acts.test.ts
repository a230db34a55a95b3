import { beforeAll, describe, expect, it } from '@jest/globals';
import { refusalsOf, rowCountChanges, rowCounts, runCommand, validInput } from '../kit/commands.js';
import { testHub } from '../kit/hub.js';
import { daysAgo, daysAhead } from '../kit/town.js';
import { agreed, counted, filedPerson, keyIn } from './file.js';

const hub = testHub();
let csc: Awaited<ReturnType<typeof hub.town.caseworker>>;
let relais: typeof csc;
let file: Awaited<ReturnType<typeof filedPerson>>;

beforeAll(async () => {
  csc = await hub.town.caseworker();
  relais = await hub.town.caseworker();
  file = await filedPerson(csc.client);
});

const read = async (id: string, selection: string) =>
  (await csc.client.data(`query ($id: ID!) { node(id: $id) { ${selection} } }`, { id })).node;

describe('addContact and removeContact', () => {
  it.each([
    ['PHONE', '06 12.34-56(79)', '+33612345679'],
    ['PHONE', '0262 41 23 45', '+262262412345'],
    ['PHONE', '0692 41 23 45', '+262692412345'],
    ['PHONE', '0590 41 23 45', '+590590412345'],
    ['PHONE', '0594 31 23 45', '+594594312345'],
    ['PHONE', '0596 71 23 45', '+596596712345'],
    ['PHONE', '0269 61 23 45', '+262269612345'],
    // Number ranges that the library does not know.
    ['PHONE', '0596 12 34 56', '+596596123456'],
    ['PHONE', '0269 12 34 56', '+262269123456'],
    ['PHONE', '0639 12 34 56', '+262639123456'],
    ['PHONE', '06 39 98 12 34', '+33639981234'],
    ['PHONE', '0709 12 34 56', '+596709123456'],
    ['PHONE', '+33 692 12 34 56', '+262692123456'],
    ['PHONE', '+33 (0)262 12 34 56', '+262262123456'],
    ['PHONE', '+262 (0)692 12 34 56', '+262692123456'],
    ['PHONE', '0800 123 456', '+33800123456'],
    ['PHONE', '0893 123 456', '+33893123456'],
    ['PHONE', '06\u00a012\u202f34\u00a056\u202f78', '+33612345678'],
    ['PHONE', '０６１２３４５６７８', '+33612345678'],
    ['PHONE', '+44 (0)20 7946 0958', '+442079460958'],
    ['PHONE', '+212 612-345678', '+212612345678'],
    ['EMAIL', ' Ana@Mail.test ', 'ana@mail.test'],
    ['EMAIL', 'ana@café.example', 'ana@xn--caf-dma.example'],
    ['ADDRESS', '3 bis, rue de l’Église', '3 bis, rue de l’Église'],
  ])('%s %j is stored as %j', async (kind, value, kept) => {
    const input = validInput.addContact(file.person, { kind, value, preferred: true });
    const shown = 'kind value preferred removedAt partner { id } author { id }';
    expect(await runCommand(csc.client, 'addContact', input, shown)).toEqual({
      kind,
      value: kept,
      preferred: true,
      removedAt: null,
      partner: { id: csc.partner.id },
      author: { id: `member_${csc.member.key}` },
    });
  });

  it.each([
    ['PHONE', '06 12'],
    ['PHONE', 'ana@mail.test'],
    ['PHONE', '185127510812345'],
    ['PHONE', '06 12 34 56 7'],
    ['PHONE', '06 12 34 56 789'],
    ['PHONE', '06 12 34 56 78 / 07 12 34 56 78'],
    ['PHONE', '3639'],
    ['EMAIL', '0612345678'],
    ['EMAIL', 'ana@mail.test\u200b'],
    ['EMAIL', 'a..b@mail.test'],
    ['EMAIL', 'mailto:ana@mail.test'],
    ['EMAIL', 'ana@mail'],
    ['EMAIL', 'a b@mail.test'],
    ['ADDRESS', ' '],
  ])('%s %j is INVALID', async (kind, value) => {
    const input = validInput.addContact(file.person, { kind, value });
    expect(await refusalsOf(csc.client, 'addContact', input)).toEqual(['INVALID value']);
  });

  it('different spellings of one number are one contact', async () => {
    const { person } = await filedPerson(csc.client);
    const spellings = ['+33 (0)6 12 34 56 78', '0033612345678', '06.12.34.56.78'];
    const adding = spellings.map((value) =>
      runCommand(csc.client, 'addContact', validInput.addContact(person, { value }), 'id value'),
    );
    const [first, ...others] = await Promise.all(adding);
    expect(first.value).toBe('+33612345678');
    expect(others).toEqual([first, first]);
  });

  it('only the recording partner and the referent remove a contact, once; it is emptied and not listed', async () => {
    const own = await filedPerson(csc.client);
    await agreed(csc, own.person, relais.partner, 'IDENTITY');
    expect(await refusalsOf(relais.client, 'removeContact', { contact: own.contact })).toEqual([
      'NOT_FOUND contact',
    ]);
    const { id } = await runCommand(relais.client, 'addContact', validInput.addContact(own.person));
    const removed = await runCommand(csc.client, 'removeContact', { contact: id }, 'value removedAt');
    expect(removed).toEqual({ value: '', removedAt: expect.any(String) });
    expect(await refusalsOf(csc.client, 'removeContact', { contact: id })).toEqual(['NOT_FOUND contact']);
    expect(await counted(csc.client, own.person)).toMatchObject({ contacts: 1 });
    expect(await counted(relais.client, own.person)).toMatchObject({ contacts: 1 });
    expect(await hub.owner('select value from contact where id = $1', [keyIn(id)])).toEqual([{ value: '' }]);
  });
});

describe('a criterion', () => {
  it('cannot begin in the future, and ends once, not before it began', async () => {
    const input = validInput.recordCriterion(file.person, { since: daysAhead(2) });
    expect(await refusalsOf(csc.client, 'recordCriterion', input)).toEqual(['INVALID since']);
    const { criterion } = file;
    const end = (until: string) => refusalsOf(csc.client, 'endCriterion', { criterion, until });
    expect(await end(daysAgo(101))).toEqual(['INVALID until']);
    expect(await end(daysAhead(2))).toEqual(['INVALID until']);
    const ended = await runCommand(csc.client, 'endCriterion', { criterion, until: daysAgo(3) }, 'key until');
    expect(ended).toEqual({ key: 'DEMANDEURS_EMPLOI', until: daysAgo(3) });
    expect(await end(daysAgo(2))).toEqual(['INVALID criterion']);
  });
});

describe('a barrier', () => {
  it('changeBarrier checks expectedVersion and keeps the fields that are left out', async () => {
    const { barrier } = file;
    const change = (expectedVersion: number, more: object) => ({ barrier, expectedVersion, ...more });
    const shown = 'status note version';
    expect(
      await runCommand(csc.client, 'changeBarrier', change(1, { status: 'BEING_WORKED_ON' }), shown),
    ).toEqual({
      status: 'BEING_WORKED_ON',
      note: 'No driving licence',
      version: 2,
    });
    expect(await refusalsOf(csc.client, 'changeBarrier', change(1, { status: 'RESOLVED' }))).toEqual([
      'STALE_VERSION expectedVersion',
    ]);
    expect(
      await runCommand(csc.client, 'changeBarrier', change(2, { note: 'Passed the code' }), shown),
    ).toEqual({
      status: 'BEING_WORKED_ON',
      note: 'Passed the code',
      version: 3,
    });
  });

  it('of health refuses every note', async () => {
    const health = (changes: object) => validInput.recordBarrier(file.person, { theme: 'SANTE', ...changes });
    expect(await refusalsOf(csc.client, 'recordBarrier', health({}))).toEqual(['INVALID note']);
    expect(await refusalsOf(csc.client, 'recordBarrier', health({ confirmWording: true }))).toEqual([
      'INVALID note',
    ]);
    const { id } = await runCommand(csc.client, 'recordBarrier', health({ note: null }));
    const change = { barrier: id, expectedVersion: 1, note: 'x', confirmWording: true };
    expect(await refusalsOf(csc.client, 'changeBarrier', change)).toEqual(['INVALID note']);
  });
});

describe('an objective', () => {
  it('needs an open pathway, and is closed once', async () => {
    const { objective } = file;
    const close = (status: string) => refusalsOf(csc.client, 'closeObjective', { objective, status });
    expect(await close('OPEN')).toEqual(['INVALID status']);
    await runCommand(csc.client, 'closeObjective', { objective, status: 'DROPPED' });
    expect(await close('REACHED')).toEqual(['INVALID objective']);
    const own = await filedPerson(csc.client);
    await hub.owner("update pathway set status = 'CLOSED', closed_on = now() where id = $1", [
      keyIn(own.pathway),
    ]);
    expect(await refusalsOf(csc.client, 'setObjective', validInput.setObjective(own.pathway))).toEqual([
      'INVALID pathway',
    ]);
  });
});

describe('an appointment', () => {
  it('is closed once: HONOURED or MISSED only after its time, CANCELLED at any time', async () => {
    const input = validInput.planAppointment(file.person, {
      at: `${daysAhead(3)}T11:30:00+02:00`,
      place: 'Here',
    });
    const planned = await runCommand(csc.client, 'planAppointment', input, 'id at place status');
    expect(planned).toMatchObject({ at: `${daysAhead(3)}T09:30:00+00:00`, place: 'Here', status: 'PLANNED' });
    const close = (appointment: string, status: string) =>
      refusalsOf(csc.client, 'closeAppointment', { appointment, status });
    expect(await close(planned.id, 'HONOURED')).toEqual(['INVALID status']);
    expect(await close(planned.id, 'PLANNED')).toEqual(['INVALID status']);
    await runCommand(csc.client, 'closeAppointment', { appointment: planned.id, status: 'CANCELLED' });
    await runCommand(csc.client, 'closeAppointment', { appointment: file.appointment, status: 'HONOURED' });
    expect(await close(file.appointment, 'MISSED')).toEqual(['INVALID appointment']);
  });
});

describe('a note', () => {
  it('is visible to its author, to the partner or to all with the scope, according to its visibility', async () => {
    const own = await filedPerson(csc.client);
    const colleague = await hub.town.signedInMember(csc.partner);
    await agreed(csc, own.person, relais.partner, 'FOLLOW_UP');
    const write = (visibility?: string) =>
      runCommand(csc.client, 'writeNote', validInput.writeNote(own.person, { visibility }), 'id visibility');
    await write('AUTHOR');
    expect(await write()).toMatchObject({ visibility: 'PARTNER' });
    expect(await counted(csc.client, own.person)).toMatchObject({ notes: 3 });
    expect(await counted(colleague.client, own.person)).toMatchObject({ notes: 2 });
    expect(await counted(relais.client, own.person)).toMatchObject({ notes: 1 });
  });

  it('is reworded and removed only by its author; removal empties it', async () => {
    const colleague = await hub.town.signedInMember(csc.partner, 'PARTNER_ADMINISTRATOR');
    const { note } = file;
    for (const { client } of [colleague, relais]) {
      expect(await refusalsOf(client, 'rewordNote', { note, text: 'x' })).toEqual(['NOT_FOUND note']);
      expect(await refusalsOf(client, 'removeNote', { note })).toEqual(['NOT_FOUND note']);
    }
    const reworded = await runCommand(
      csc.client,
      'rewordNote',
      { note, text: ' Better ' },
      'text rewordedAt',
    );
    expect(reworded).toEqual({ text: 'Better', rewordedAt: expect.any(String) });
    await runCommand(csc.client, 'removeNote', { note });
    expect(await read(note, '... on Note { text removedAt }')).toEqual({
      text: '',
      removedAt: expect.any(String),
    });
    expect(await refusalsOf(csc.client, 'rewordNote', { note, text: 'x' })).toEqual(['NOT_FOUND note']);
    expect(await counted(csc.client, file.person)).toMatchObject({ notes: 0 });
    expect(
      (await colleague.client.data('query ($id: ID!) { node(id: $id) { id } }', { id: note })).node,
    ).toBeNull();
  });

  it('refuses a pathway of another person', async () => {
    const other = await filedPerson(csc.client);
    const input = validInput.writeNote(file.person, { pathway: other.pathway });
    expect(await refusalsOf(csc.client, 'writeNote', input)).toEqual(['INVALID pathway']);
  });

  it('with visibility AUTHOR emits no event', async () => {
    const before = await rowCounts(hub);
    await runCommand(csc.client, 'writeNote', validInput.writeNote(file.person, { visibility: 'AUTHOR' }));
    expect(rowCountChanges(before, await rowCounts(hub))).toEqual({ note: 1, idempotency_key: 1 });
    await runCommand(csc.client, 'writeNote', validInput.writeNote(file.person));
    expect(rowCountChanges(before, await rowCounts(hub))).toEqual({ note: 2, idempotency_key: 2, event: 1 });
  });
});
