import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from '../kit/client.js';
import { runCommand, validInput } from '../kit/commands.js';
import { emptyDatabase, type TestDatabase } from '../kit/database.js';
import { answerInvitation, type Invitation, invitationsOf, requestWithToken } from '../kit/invitations.js';
import { runOnTerminal } from '../kit/terminal.js';
import { serve } from './first-accounts.js';

const command = 'dist/scripts/setup.js';

describe('`npm run setup` on a terminal', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await emptyDatabase();
  });
  afterAll(() => database.drop());

  const begin = (args = '') => runOnTerminal({ DATABASE_URL: database.ownerUrl }, `${command} ${args}`);

  it('is interrupted by Ctrl-C, and creates no account', async () => {
    const terminal = begin('--name Ville');
    await terminal.type('Short name of the town [ville]: ', '\r');
    await terminal.type('Name of the administrator: ', '\u0003');
    const { code, stdout } = await terminal.ended;
    expect([code, stdout]).toEqual([1, expect.stringContaining('no account was created.')]);
  });

  it('repeats a question until the answer is valid; in demonstration mode the administrator can then invite', async () => {
    const terminal = begin('--administrator-name Nour');
    await terminal.type('Name of the town: ', 'Ville d’Évry\r');
    await terminal.type('Short name of the town [ville-d-evry]: ', 'Évry\r');
    await terminal.type(
      'Use only lower-case letters without accents, digits and hyphens, such as club-relais.',
      '',
    );
    await terminal.type('Short name of the town [ville-d-evry]: ', '\r');
    await terminal.type('E-mail address of the administrator: ', 'nour\r');
    await terminal.type('This is not an e-mail address: enter only the address', '');
    await terminal.type('E-mail address of the administrator: ', 'nour@evry.test\r');
    await terminal.type('Name of the coordinator: ', '\r');
    await terminal.type('Name of the coordinator: ', 'Ana\r');
    // One person may be both administrator and coordinator.
    await terminal.type('E-mail address of the coordinator: ', 'nour@evry.test\r');
    const { code, stdout } = await terminal.ended;
    expect([code, stdout]).toEqual([0, expect.stringContaining('The town ville-d-evry was created')]);

    const hub = await serve({ DATABASE_URL: database.ownerUrl });
    try {
      const client = await Client.signIn(hub.url, 'nour@evry.test');
      const ask = requestWithToken(hub.url, client.token);
      const invitations = await invitationsOf(ask);
      expect(invitations.map(({ role }) => role)).toEqual(['PARTNER_ADMINISTRATOR', 'COORDINATOR']);
      expect(await answerInvitation(ask, 'accept', invitations[0] as Invitation)).toBe(204);
      await runCommand(client, 'inviteMember', validInput.inviteMember());
      const { viewer } = await client.data('{ viewer { member { name } partner { slug name kind } } }');
      expect(viewer).toEqual({
        member: { name: 'Nour' },
        partner: { slug: 'ville-d-evry', name: 'Ville d’Évry', kind: 'TOWN' },
      });
    } finally {
      await hub.stop();
    }
  });
});
