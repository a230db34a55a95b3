import type { ActivityState, PartnerActivityState } from '../hub/gql/enums.js';
import { type Words, words } from '../lib/words.js';

/** What a sum of the hub's figure and those of partners' systems contains. */
export const activityStates: Words<Record<ActivityState, string>> = words(
  {
    DEDUPLICATED: 'dédoublonné',
    NOT_DEDUPLICATED: 'non dédoublonné : une personne peut être comptée deux fois',
    PARTNER_MISSING: 'partenaire manquant',
  },
  {
    DEDUPLICATED: 'deduplicated',
    NOT_DEDUPLICATED: 'not deduplicated: a person may be counted twice',
    PARTNER_MISSING: 'partner missing',
  },
);

/** What is said in the place of a partner's figure. */
export const reportedStates: Words<Record<PartnerActivityState, string>> = words(
  { REPORTED: 'transmis', SUPPRESSED: 'masqué', MISSING: 'non transmis' },
  { REPORTED: 'reported', SUPPRESSED: 'withheld', MISSING: 'not reported' },
);

export const partnerActivityWords = words(
  {
    title: 'Avec les systèmes des partenaires',
    figure: 'Chiffre',
    hub: 'Hub',
    together: 'Ensemble',
    noSum: 'pas de somme',
    contains: 'Ce que contient l’ensemble',
    why: 'Certains partenaires suivent des personnes dans leur propre système. Leurs chiffres sont ceux qu’ils ont transmis pour l’arrêté ; un chiffre masqué par le partenaire ou non transmis n’est pas un zéro.',
  },
  {
    title: 'With the systems of partners',
    figure: 'Figure',
    hub: 'Hub',
    together: 'Together',
    noSum: 'no sum',
    contains: 'What the sum contains',
    why: 'Some partners accompany persons in a system of their own. Their figures are those that they reported for the release; a figure that the partner withholds or did not report is not a zero.',
  },
);
