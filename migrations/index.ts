import { Baseline } from './baseline/baseline.js';

/**
 * All migrations, oldest first: the name under which a database knows it, and its class. One that was released
 * is never edited or renamed. `npm run migration:create <name>` writes the next one.
 */
export const migrations = [{ name: '20261127-baseline', class: Baseline }];
