import { it } from '@jest/globals';
import { firstStarts } from '../database/first-start.js';
import { installedPrograms, installedServer } from '../kit/scratch-server.js';

const bin = installedPrograms(15);
if (bin) firstStarts('15', () => installedServer(bin));
else it('There is no /usr/lib/postgresql/15/bin here: migrating is tested on PostgreSQL 18 only.', () => {});
