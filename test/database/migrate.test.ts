import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { describe, expect, it } from '@jest/globals';
import { migrations } from '../../migrations/index.js';
import { asOwner } from '../kit/database.js';
import { embeddedServer } from '../kit/scratch-server.js';
import { firstStarts } from './first-start.js';

firstStarts('18', embeddedServer);

describe('on a server that other hubs use', () => {
  it('two hubs that start concurrently on an empty database both succeed', async () => {
    const name = `two_${process.pid}`;
    const server = process.env['HUB_TEST_SERVER'] as string;
    await asOwner(server, (owner) => owner.query(`create database ${name}`));
    const url = new URL(server);
    url.pathname = `/${name}`;
    const hubs = [1, 2].map(() =>
      spawn(process.execPath, ['dist/bundle/main.js'], {
        env: { PATH: process.env['PATH'], DATABASE_URL: url.href, PORT: '0', LOG_LEVEL: 'error' },
        stdio: ['ignore', 'pipe', 'inherit'],
      }),
    );
    try {
      const ready = await Promise.all(
        hubs.map(async (hub) => {
          for await (const line of createInterface(hub.stdout)) if (line.includes('ready')) return true;
          return false;
        }),
      );
      expect(ready).toEqual([true, true]);
      const { rows } = await asOwner(url.href, (owner) => owner.query('select from mikro_orm_migrations'));
      expect(rows).toHaveLength(migrations.length);
    } finally {
      const exits = hubs.map((hub) => once(hub, 'close'));
      for (const hub of hubs) hub.kill('SIGTERM');
      await Promise.all(exits);
      await asOwner(server, (owner) => owner.query(`drop database ${name} with (force)`));
      await asOwner(server, (owner) => owner.query(`drop role if exists hub_login_${name}`));
    }
  });
});
