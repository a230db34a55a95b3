import { it } from '@jest/globals';
import { firstStarts } from '../database/first-start.js';
import { installedPrograms, installedServer } from '../kit/scratch-server.js';

const bin = installedPrograms(15);
if (bin) firstStarts('15', () => installedServer(bin));
else
  it('PostgreSQL 15 is not installed (/usr/lib/postgresql/15/bin): migrations are tested only on PostgreSQL 18.', () => {});
