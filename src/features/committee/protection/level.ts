import { closedSet } from '../../../graphql/enum.js';

export const ProtectionLevel = closedSet(
  'ProtectionLevel',
  'How the committee’s figures are protected. The data protection officer of the town chooses it before the first release.',
  {
    STRICT: 'More noise and larger cells than DEFAULT, for a town that shares sensitive activities.',
    DEFAULT: 'For a town with about a thousand persons a year or more.',
    YEARLY: 'Yearly figures only, for a small town.',
  },
);
export type ProtectionLevel = keyof typeof ProtectionLevel;
