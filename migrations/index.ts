import { Migration20261123000000 } from './Migration20261123000000.js';
import { Migration20261124000001 } from './Migration20261124000001.js';
import { Migration20261124000002 } from './Migration20261124000002.js';
import { Migration20261124000003 } from './Migration20261124000003.js';
import { Migration20261124000004 } from './Migration20261124000004.js';
import { Migration20261124000005 } from './Migration20261124000005.js';
import { Migration20261124000006 } from './Migration20261124000006.js';
import { Migration20261124000007 } from './Migration20261124000007.js';
import { Migration20261125000000 } from './Migration20261125000000.js';
import { Migration20261125000001 } from './Migration20261125000001.js';
import { Migration20261125000002 } from './Migration20261125000002.js';
import { Migration20261125000003 } from './Migration20261125000003.js';
import { Migration20261125000004 } from './Migration20261125000004.js';
import { Migration20261125000005 } from './Migration20261125000005.js';
import { Migration20261125000006 } from './Migration20261125000006.js';
import { Migration20261125000007 } from './Migration20261125000007.js';
import { Migration20261125000008 } from './Migration20261125000008.js';
import { Migration20261125000009 } from './Migration20261125000009.js';
import { Migration20261125000010 } from './Migration20261125000010.js';
import { Migration20261125000011 } from './Migration20261125000011.js';
import { Migration20261125000012 } from './Migration20261125000012.js';
import { Migration20261125000013 } from './Migration20261125000013.js';
import { Migration20261125000014 } from './Migration20261125000014.js';
import { Migration20261125000015 } from './Migration20261125000015.js';
import { Migration20261125000016 } from './Migration20261125000016.js';
import { Migration20261125000017 } from './Migration20261125000017.js';
import { Migration20261125000018 } from './Migration20261125000018.js';
import { Migration20261127000000 } from './Migration20261127000000.js';
import { Migration20261127000001 } from './Migration20261127000001.js';
import { Migration20261127000002 } from './Migration20261127000002.js';
import { Migration20261127100001 } from './Migration20261127100001.js';
import { Migration20261127100002 } from './Migration20261127100002.js';
import { Migration20261127100003 } from './Migration20261127100003.js';
import { Migration20261127200001 } from './Migration20261127200001.js';
import { Migration20261127200002 } from './Migration20261127200002.js';
import { Migration20261127500000 } from './Migration20261127500000.js';
import { Migration20261127500001 } from './Migration20261127500001.js';
import { Migration20261127500002 } from './Migration20261127500002.js';
import { Migration20261127500003 } from './Migration20261127500003.js';
import { Migration20261127500004 } from './Migration20261127500004.js';
import { Migration20261127500005 } from './Migration20261127500005.js';
import { Migration20261127600000 } from './Migration20261127600000.js';
import { Migration20261127600001 } from './Migration20261127600001.js';
import { Migration20261127600002 } from './Migration20261127600002.js';
import { Migration20261127600003 } from './Migration20261127600003.js';
import { Migration20261127700000 } from './Migration20261127700000.js';
import { Migration20261127700001 } from './Migration20261127700001.js';
import { Migration20261127800000 } from './Migration20261127800000.js';
import { Migration20261127800001 } from './Migration20261127800001.js';

/** All migrations, oldest first. One that was released is never edited. */
export const migrations = [
  Migration20261123000000,
  Migration20261124000001,
  Migration20261124000002,
  Migration20261124000003,
  Migration20261124000004,
  Migration20261124000005,
  Migration20261124000006,
  Migration20261124000007,
  Migration20261125000000,
  Migration20261125000001,
  Migration20261125000002,
  Migration20261125000003,
  Migration20261125000004,
  Migration20261125000005,
  Migration20261125000006,
  Migration20261125000007,
  Migration20261125000008,
  Migration20261125000009,
  Migration20261125000010,
  Migration20261125000011,
  Migration20261125000012,
  Migration20261125000013,
  Migration20261125000014,
  Migration20261125000015,
  Migration20261125000016,
  Migration20261125000017,
  Migration20261125000018,
  Migration20261127000000,
  Migration20261127000001,
  Migration20261127000002,
  Migration20261127100001,
  Migration20261127100002,
  Migration20261127100003,
  Migration20261127200001,
  Migration20261127200002,
  Migration20261127500000,
  Migration20261127500001,
  Migration20261127500002,
  Migration20261127500003,
  Migration20261127500004,
  Migration20261127500005,
  Migration20261127600000,
  Migration20261127600001,
  Migration20261127600002,
  Migration20261127600003,
  Migration20261127700000,
  Migration20261127700001,
  Migration20261127800000,
  Migration20261127800001,
];
