import type {
  AgreementMethod,
  DeclineReason,
  DeclineSide,
  District,
  ReferralAction,
  ReferralObstacle,
  ReferralOutcome,
  ReferralPriority,
  ReferralStatus,
  ServiceTheme,
  SharingScope,
  StepKind,
  Visibility,
} from '../hub/gql/enums.js';
import { type Words, words } from '../lib/words.js';

/* Words for the values of the schema's enums. The types require words for each value. */

export const statusWords: Words<Record<ReferralStatus, string>> = words(
  {
    ACCEPTED: 'Acceptée',
    CANCELLED: 'Annulée',
    COMPLETED: 'Terminée',
    DECLINED: 'Refusée',
    DRAFT: 'Brouillon',
    ENTERED_IN_ERROR: 'Saisie par erreur',
    EXPIRED: 'Expirée',
    INFO_REQUESTED: 'Précisions demandées',
    IN_PROGRESS: 'En cours',
    IN_REVIEW: 'À l’étude',
    NOT_COMPLETED: 'Non aboutie',
    ON_HOLD: 'En pause',
    REQUESTED: 'À répondre',
    WAITLISTED: 'Sur liste d’attente',
  },
  {
    ACCEPTED: 'Accepted',
    CANCELLED: 'Cancelled',
    COMPLETED: 'Completed',
    DECLINED: 'Declined',
    DRAFT: 'Draft',
    ENTERED_IN_ERROR: 'Entered in error',
    EXPIRED: 'Expired',
    INFO_REQUESTED: 'Details requested',
    IN_PROGRESS: 'In progress',
    IN_REVIEW: 'In review',
    NOT_COMPLETED: 'Not completed',
    ON_HOLD: 'On hold',
    REQUESTED: 'To answer',
    WAITLISTED: 'Waiting list',
  },
);

/** The state of a referral for its sender and in a person's file: others have to answer it. */
export const sentStatusWords: Words<Record<ReferralStatus, string>> = words(
  { ...statusWords.fr, REQUESTED: 'En attente de réponse' },
  { ...statusWords.en, REQUESTED: 'Awaiting an answer' },
);

/** What a change did, by the state to which it led: "Envoyée", then "par" and a partner. */
export const transitionWords: Words<Record<ReferralStatus, string>> = words(
  {
    ...statusWords.fr,
    DRAFT: 'Brouillon créé',
    ENTERED_IN_ERROR: 'Signalée comme erreur de saisie',
    IN_PROGRESS: 'Commencée',
    IN_REVIEW: 'Mise à l’étude',
    NOT_COMPLETED: 'Close, non aboutie',
    ON_HOLD: 'Mise en pause',
    REQUESTED: 'Envoyée',
    WAITLISTED: 'Mise sur liste d’attente',
  },
  {
    ...statusWords.en,
    DRAFT: 'Draft created',
    ENTERED_IN_ERROR: 'Marked as entered in error',
    IN_PROGRESS: 'Started',
    IN_REVIEW: 'Review started',
    NOT_COMPLETED: 'Closed, not completed',
    ON_HOLD: 'Put on hold',
    REQUESTED: 'Sent',
    WAITLISTED: 'Put on the waiting list',
  },
);

export const priorityWords: Words<Record<ReferralPriority, string>> = words(
  { ROUTINE: 'Ordinaire', URGENT: 'Urgente' },
  { ROUTINE: 'Routine', URGENT: 'Urgent' },
);

export const actionWords: Words<Record<ReferralAction, string>> = words(
  {
    ACCEPT: 'Accepter',
    CANCEL: 'Annuler l’orientation',
    CHANGE_DRAFT: 'Modifier le brouillon',
    COMPLETE: 'Terminer',
    DECLINE: 'Refuser',
    ENTER_IN_ERROR: 'Signaler une erreur de saisie',
    HOLD: 'Mettre en pause',
    REFER_AGAIN: 'Orienter de nouveau',
    REPLY: 'Répondre à la question',
    REQUEST_INFO: 'Demander des précisions',
    RESUME: 'Reprendre',
    REVIEW: 'Mettre à l’étude',
    SEND: 'Envoyer',
    START: 'Commencer',
    WAITLIST: 'Mettre sur liste d’attente',
  },
  {
    ACCEPT: 'Accept',
    CANCEL: 'Cancel the referral',
    CHANGE_DRAFT: 'Change the draft',
    COMPLETE: 'Complete',
    DECLINE: 'Decline',
    ENTER_IN_ERROR: 'Report an entry error',
    HOLD: 'Put on hold',
    REFER_AGAIN: 'Refer again',
    REPLY: 'Reply to the question',
    REQUEST_INFO: 'Request details',
    RESUME: 'Resume',
    REVIEW: 'Review',
    SEND: 'Send',
    START: 'Start',
    WAITLIST: 'Put on the waiting list',
  },
);

export const scopeWords: Words<Record<SharingScope, string>> = words(
  { IDENTITY: 'l’identité', PATHWAY: 'l’identité et le parcours', FOLLOW_UP: 'le suivi complet' },
  { IDENTITY: 'the identity', PATHWAY: 'the identity and the pathway', FOLLOW_UP: 'the complete follow-up' },
);

export const methodWords: Words<Record<AgreementMethod, string>> = words(
  { ORAL: 'À l’oral', WRITTEN: 'Par écrit' },
  { ORAL: 'Orally', WRITTEN: 'In writing' },
);

export const districtWords: Words<Record<District, string>> = words(
  { NORTH: 'Nord', SOUTH: 'Sud', OUTSIDE: 'Hors de la ville' },
  { NORTH: 'North', SOUTH: 'South', OUTSIDE: 'Outside the town' },
);

export const obstacleWords: Words<Record<ReferralObstacle, string>> = words(
  {
    CLOSED: 'Cette offre est fermée.',
    NOBODY: 'Personne dans cette structure ne peut répondre aux orientations.',
    NO_CONTACT: 'Cette offre n’a pas de contact.',
  },
  {
    CLOSED: 'This service is closed.',
    NOBODY: 'Nobody at this partner can answer referrals.',
    NO_CONTACT: 'This service has no contact.',
  },
);

export const declineReasonWords: Words<Record<DeclineReason, string>> = words(
  {
    ALREADY_FOLLOWED: 'Déjà accompagnée ailleurs',
    DUPLICATE: 'Orientation en double',
    HIRED_OR_IN_TRAINING: 'En emploi ou en formation',
    INSUFFICIENT_INFO: 'Informations insuffisantes',
    NOT_ELIGIBLE: 'Ne remplit pas les conditions',
    NOT_INTERESTED: 'Ne souhaite pas y aller',
    NO_CAPACITY: 'Plus de place',
    OTHER: 'Autre motif',
    OUT_OF_AREA: 'Hors du territoire',
    UNREACHABLE: 'Injoignable',
    WRONG_SERVICE: 'Cette offre ne convient pas',
  },
  {
    ALREADY_FOLLOWED: 'Already followed elsewhere',
    DUPLICATE: 'Duplicate referral',
    HIRED_OR_IN_TRAINING: 'Hired or in training',
    INSUFFICIENT_INFO: 'Insufficient information',
    NOT_ELIGIBLE: 'Not eligible',
    NOT_INTERESTED: 'Not interested',
    NO_CAPACITY: 'No capacity',
    OTHER: 'Other reason',
    OUT_OF_AREA: 'Out of area',
    UNREACHABLE: 'Unreachable',
    WRONG_SERVICE: 'The service does not fit',
  },
);

export const declineSideWords: Words<Record<DeclineSide, string>> = words(
  { PERSON: 'La personne', PROVIDER: 'Notre structure' },
  { PERSON: 'The person', PROVIDER: 'Our organisation' },
);

export const referralOutcomeWords: Words<Record<ReferralOutcome, string>> = words(
  {
    SERVICE_RECEIVED: 'La personne a reçu l’aide',
    NO_HELP_AVAILABLE: 'Pas d’aide possible',
    UNREACHABLE: 'Personne injoignable',
    DROPPED_OUT: 'La personne a renoncé',
    REFERRED_ELSEWHERE: 'Orientée ailleurs',
  },
  {
    SERVICE_RECEIVED: 'The person received the help',
    NO_HELP_AVAILABLE: 'No help possible',
    UNREACHABLE: 'Person unreachable',
    DROPPED_OUT: 'The person gave up',
    REFERRED_ELSEWHERE: 'Referred elsewhere',
  },
);

export const stepKindWords: Words<Record<StepKind, string>> = words(
  {
    ADMINISTRATIVE: 'Démarche administrative',
    CLAUSE_CONTRACT: 'Contrat de clause d’insertion',
    FORUM: 'Forum',
    IMMERSION: 'Immersion professionnelle',
    INTERVIEW: 'Entretien',
    JOB: 'Emploi',
    JOB_APPLICATION: 'Candidature',
    OTHER: 'Autre étape',
    TRAINING: 'Formation',
    WORKSHOP: 'Atelier',
  },
  {
    ADMINISTRATIVE: 'Administrative step',
    CLAUSE_CONTRACT: 'Insertion clause contract',
    FORUM: 'Forum',
    IMMERSION: 'Work immersion',
    INTERVIEW: 'Interview',
    JOB: 'Job',
    JOB_APPLICATION: 'Job application',
    OTHER: 'Other step',
    TRAINING: 'Training',
    WORKSHOP: 'Workshop',
  },
);

export const visibilityWords: Words<Record<Visibility, string>> = words(
  {
    AUTHOR: 'Moi seulement',
    PARTNER: 'Ma structure',
    SHARED: 'Ma structure et les partenaires qui suivent la personne',
  },
  {
    AUTHOR: 'Only me',
    PARTNER: 'My organisation',
    SHARED: 'My organisation and the partners who follow the person',
  },
);

export const themeWords: Words<Record<ServiceTheme, string>> = words(
  {
    CHOISIR_UN_METIER: 'Choisir un métier',
    CREER_UNE_ENTREPRISE: 'Créer une entreprise',
    DIFFICULTES_ADMINISTRATIVES_OU_JURIDIQUES: 'Difficultés administratives ou juridiques',
    DIFFICULTES_FINANCIERES: 'Difficultés financières',
    EQUIPEMENT_ET_ALIMENTATION: 'Équipement et alimentation',
    FAMILLE: 'Famille',
    LECTURE_ECRITURE_CALCUL: 'Lecture, écriture, calcul',
    LOGEMENT_HEBERGEMENT: 'Logement et hébergement',
    MOBILITE: 'Mobilité',
    NUMERIQUE: 'Numérique',
    PREPARER_SA_CANDIDATURE: 'Préparer sa candidature',
    REMOBILISATION: 'Remobilisation',
    SANTE: 'Santé',
    SE_FORMER: 'Se former',
    SOUVRIR_A_LINTERNATIONAL: 'S’ouvrir à l’international',
    TROUVER_UN_EMPLOI: 'Trouver un emploi',
  },
  {
    CHOISIR_UN_METIER: 'Choosing an occupation',
    CREER_UNE_ENTREPRISE: 'Starting a business',
    DIFFICULTES_ADMINISTRATIVES_OU_JURIDIQUES: 'Administrative or legal difficulties',
    DIFFICULTES_FINANCIERES: 'Financial difficulties',
    EQUIPEMENT_ET_ALIMENTATION: 'Equipment and food',
    FAMILLE: 'Family',
    LECTURE_ECRITURE_CALCUL: 'Reading, writing, arithmetic',
    LOGEMENT_HEBERGEMENT: 'Housing',
    MOBILITE: 'Mobility',
    NUMERIQUE: 'Digital skills',
    PREPARER_SA_CANDIDATURE: 'Preparing an application',
    REMOBILISATION: 'Getting going again',
    SANTE: 'Health',
    SE_FORMER: 'Training',
    SOUVRIR_A_LINTERNATIONAL: 'Going abroad',
    TROUVER_UN_EMPLOI: 'Finding a job',
  },
);
