import { Migration20261123000000 } from './Migration20261123000000.js';

/** All migrations, oldest first. One that was released is never edited. */
export const migrations = [Migration20261123000000];
