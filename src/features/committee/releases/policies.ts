/**
 * What a release writes, nobody changes or deletes. The committee reads it through the views of the schema `committee`,
 * which belong to `hub_facts`.
 */
export const insertOnly = [
  { name: 'shown', command: 'select' as const, roles: ['hub_facts', 'hub_system'], using: 'true' },
  { name: 'make', command: 'insert' as const, roles: ['hub_system'], check: 'true' },
];
