import { type Text } from '../../i18n.js';
import type { DeclineReason } from './referral.js';

const text = (fr: string, en: string): Text => ({ fr, en });

/** Labels of the decline reasons, for texts that users read. */
export const declineReasonLabels: Readonly<Record<DeclineReason, Text>> = {
  NOT_ELIGIBLE: text('Conditions non remplies', 'Not eligible'),
  NO_CAPACITY: text('Pas de place', 'No capacity'),
  OUT_OF_AREA: text('Hors secteur', 'Out of area'),
  WRONG_SERVICE: text('Autre service compétent', 'Wrong service'),
  INSUFFICIENT_INFO: text('Informations insuffisantes', 'Too little information'),
  ALREADY_FOLLOWED: text('Déjà suivie', 'Already followed'),
  UNREACHABLE: text('Injoignable', 'Unreachable'),
  NOT_INTERESTED: text('Pas intéressée', 'Not interested'),
  HIRED_OR_IN_TRAINING: text('En emploi ou en formation', 'Hired or in training'),
  DUPLICATE: text('Doublon', 'Duplicate'),
  OTHER: text('Autre', 'Other'),
};
