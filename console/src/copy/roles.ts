import type { Role } from '../hub/gql/enums.js';
import { type Words, words } from '../lib/words.js';

/** Words for the roles; apart from other enums, because the first page needs them. */
export const roleWords: Words<Record<Role, string>> = words(
  {
    CASEWORKER: 'Conseiller ou conseillère',
    CLAUSE_FACILITATOR: 'Facilitateur ou facilitatrice des clauses',
    COMMITTEE_MEMBER: 'Membre du comité de pilotage',
    COORDINATOR: 'Coordination de la ville',
    DATA_PROTECTION_OFFICER: 'Délégué ou déléguée à la protection des données',
    PARTNER_ADMINISTRATOR: 'Administration de la structure',
  },
  {
    CASEWORKER: 'Caseworker',
    CLAUSE_FACILITATOR: 'Clause facilitator',
    COMMITTEE_MEMBER: 'Committee member',
    COORDINATOR: 'Town coordinator',
    DATA_PROTECTION_OFFICER: 'Data protection officer',
    PARTNER_ADMINISTRATOR: 'Partner administrator',
  },
);
