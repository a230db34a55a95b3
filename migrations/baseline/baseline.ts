import { readFileSync } from 'node:fs';
import { Migration } from '@mikro-orm/migrations';
import { applyDefinitions, definitions } from '../../src/database/definitions.js';

/** The subjects of the tables, each after those that its tables refer to. */
const subjects = [
  'hub',
  'partners',
  'beneficiaries',
  'link-requests',
  'pathways',
  'case-files',
  'referrals',
  'notifications',
  'clauses',
  'outcomes',
  'forums',
  'roadmap',
  'committee',
  'audit',
  'merges',
  'data-subject-rights',
  'retention',
  'webhooks',
];

/**
 * The whole database of the first release. `tables/` has types, tables, indexes and foreign keys; `rights/` has
 * row-level security, policies and grants; functions, triggers and views are in `src/database`.
 */
export class Baseline extends Migration {
  override async up(): Promise<void> {
    await this.execute(text('schemas'));
    for (const subject of subjects) await this.execute(text(`tables/${subject}`));
    // Before the triggers, which record changes.
    await this.execute(text('data'));
    await applyDefinitions((sql) => this.execute(sql), definitions, 'what fits');
    for (const subject of subjects) await this.execute(text(`rights/${subject}`));
    await this.execute(text('ties'));
  }
}

function text(file: string): string {
  return readFileSync(new URL(`./${file}.sql`, import.meta.url), 'utf8');
}
