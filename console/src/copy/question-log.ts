import type { AnalysisDimension, AnalysisMeasure } from '../hub/gql/enums.js';
import { type Words, words } from '../lib/words.js';

/** What is counted, in words within a sentence. */
export const measureWords: Words<Record<AnalysisMeasure, string>> = words(
  {
    ACCEPTANCE_RATE: 'taux d’acceptation',
    COUNT: 'nombre',
    DISTINCT_PEOPLE: 'personnes',
    HOURS: 'heures',
    MEDIAN_DAYS_TO_ANSWER: 'délai médian de réponse',
  },
  {
    ACCEPTANCE_RATE: 'acceptance rate',
    COUNT: 'count',
    DISTINCT_PEOPLE: 'people',
    HOURS: 'hours',
    MEDIAN_DAYS_TO_ANSWER: 'median time to answer',
  },
);

/** What figures are split by, in words within a sentence. */
export const dimensionWords: Words<Record<AnalysisDimension, string>> = words(
  {
    AGE_BAND: 'tranche d’âge',
    ANSWER: 'réponse',
    ANSWER_TIME: 'délai de réponse',
    COMPANY: 'entreprise',
    DECLINE_REASON: 'motif de refus',
    DISTRICT: 'secteur',
    FROM_PARTNER: 'partenaire qui oriente',
    HALF_YEAR: 'semestre',
    MONTH: 'mois',
    OUTCOME_CLASS: 'classe de sortie',
    PARTNER: 'partenaire',
    PARTNER_KIND: 'type de partenaire',
    QUARTER: 'trimestre',
    STATUS: 'état',
    TO_PARTNER: 'partenaire qui reçoit',
    UNDER_26: 'moins de 26 ans',
    VISIT: 'visite',
    YEAR: 'année',
  },
  {
    AGE_BAND: 'age band',
    ANSWER: 'answer',
    ANSWER_TIME: 'time to answer',
    COMPANY: 'company',
    DECLINE_REASON: 'reason for declining',
    DISTRICT: 'district',
    FROM_PARTNER: 'partner that refers',
    HALF_YEAR: 'half-year',
    MONTH: 'month',
    OUTCOME_CLASS: 'class of outcome',
    PARTNER: 'partner',
    PARTNER_KIND: 'kind of partner',
    QUARTER: 'quarter',
    STATUS: 'status',
    TO_PARTNER: 'partner that receives',
    UNDER_26: 'under 26',
    VISIT: 'visit',
    YEAR: 'year',
  },
);

export const questionLogWords = words(
  {
    title: 'Journal des questions',
    what: 'Chaque question posée aux chiffres du comité est notée ici : la coordination et le délégué à la protection des données de la ville les voient toutes, un membre du comité voit les siennes. Qui pose cinquante questions différentes sur un même sujet et une même période en 24 heures est signalé aux deux : elles pourraient servir à retrouver des personnes.',
    overlappingOnly: 'Seulement les séries signalées',
    none: 'Aucune question n’a encore été posée.',
    noneOverlapping: 'Aucune série n’a été signalée.',
    askedAt: 'Posée le',
    asker: 'Par',
    question: 'Question',
    withheld: 'Chiffres masqués',
    withheldOf: (withheld: number, all: number) => `${withheld} sur ${all}`,
    series: 'Questions proches en 24 h',
    notified: 'signalée',
  },
  {
    title: 'Log of questions',
    what: 'Each question asked to the committee’s figures is noted here: the coordinator and the town’s data protection officer see all of them, a member of the committee sees the own ones. Whoever asks fifty different questions about one subject and period within 24 hours is reported to both: they could be used to find persons.',
    overlappingOnly: 'Only series that were reported',
    none: 'No question has been asked yet.',
    noneOverlapping: 'No series was reported.',
    askedAt: 'Asked on',
    asker: 'By',
    question: 'Question',
    withheld: 'Hidden figures',
    withheldOf: (withheld: number, all: number) => `${withheld} of ${all}`,
    series: 'Close questions in 24 h',
    notified: 'reported',
  },
);
