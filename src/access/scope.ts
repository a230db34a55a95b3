import { closedSet } from '../graphql/enum.js';

/** In ascending order: each scope includes the ones before it. */
export const SharingScope = closedSet(
  'SharingScope',
  'What a partner may see of a person; each scope includes the ones before it.',
  {
    IDENTITY: 'Name, birth date, district and contact.',
    PATHWAY: 'Also pathways, shared steps and outcomes.',
    FOLLOW_UP: 'Also barriers, shared notes and appointments.',
  },
);
export type SharingScope = keyof typeof SharingScope;

const ranks = Object.keys(SharingScope) as SharingScope[];

/** Whether `scope` includes `needed`. */
export function covers(scope: SharingScope, needed: SharingScope): boolean {
  return ranks.indexOf(scope) >= ranks.indexOf(needed);
}
