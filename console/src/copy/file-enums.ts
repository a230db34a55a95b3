import type {
  AppointmentStatus,
  BarrierStatus,
  ContactKind,
  ObjectiveStatus,
  OutcomeSituation,
  PathwayStatus,
  TimelineKind,
} from '../hub/gql/enums.js';
import { type Words, words } from '../lib/words.js';

/* Words for the values of the enums of a person's file. */

export const timelineKindWords: Words<Record<TimelineKind, string>> = words(
  {
    APPOINTMENT: 'Rendez-vous',
    ATTENDANCE: 'Venue à un forum',
    BARRIER_FOUND: 'Frein repéré',
    BARRIER_LIFTED: 'Frein levé',
    CLAUSE_CONTRACT: 'Contrat de clause d’insertion',
    NOTE: 'Note',
    OBJECTIVE_CLOSED: 'Fin d’un objectif',
    OBJECTIVE_SET: 'Objectif fixé',
    OUTCOME: 'Nouvelle situation',
    PATHWAY_CLOSED: 'Fin du parcours',
    PATHWAY_OPENED: 'Début du parcours',
    REFERRAL_ANSWERED: 'Réponse à une orientation',
    REFERRAL_SENT: 'Orientation',
    SHARING_ENDED: 'Fin d’un accès',
    SHARING_GRANTED: 'Accès ouvert',
    STEP: 'Étape',
  },
  {
    APPOINTMENT: 'Appointment',
    ATTENDANCE: 'Visit to a forum',
    BARRIER_FOUND: 'Barrier found',
    BARRIER_LIFTED: 'Barrier lifted',
    CLAUSE_CONTRACT: 'Insertion clause contract',
    NOTE: 'Note',
    OBJECTIVE_CLOSED: 'End of an objective',
    OBJECTIVE_SET: 'Objective set',
    OUTCOME: 'New situation',
    PATHWAY_CLOSED: 'End of the pathway',
    PATHWAY_OPENED: 'Start of the pathway',
    REFERRAL_ANSWERED: 'Answer to a referral',
    REFERRAL_SENT: 'Referral',
    SHARING_ENDED: 'Access ended',
    SHARING_GRANTED: 'Access opened',
    STEP: 'Step',
  },
);

export const appointmentStatusWords: Words<Record<AppointmentStatus, string>> = words(
  { CANCELLED: 'Annulé', HONOURED: 'Honoré', MISSED: 'Manqué', PLANNED: 'Prévu' },
  { CANCELLED: 'Cancelled', HONOURED: 'Kept', MISSED: 'Missed', PLANNED: 'Planned' },
);

export const barrierStatusWords: Words<Record<BarrierStatus, string>> = words(
  { OPEN: 'À traiter', BEING_WORKED_ON: 'En cours de traitement', RESOLVED: 'Levé' },
  { OPEN: 'To be dealt with', BEING_WORKED_ON: 'Being worked on', RESOLVED: 'Lifted' },
);

export const objectiveStatusWords: Words<Record<ObjectiveStatus, string>> = words(
  { DROPPED: 'Abandonné', OPEN: 'En cours', REACHED: 'Atteint' },
  { DROPPED: 'Dropped', OPEN: 'In progress', REACHED: 'Reached' },
);

export const pathwayStatusWords: Words<Record<PathwayStatus, string>> = words(
  { CLOSED: 'Clos', OPEN: 'En cours', SUSPENDED: 'Suspendu' },
  { CLOSED: 'Closed', OPEN: 'In progress', SUSPENDED: 'Suspended' },
);

export const contactKindWords: Words<Record<ContactKind, string>> = words(
  { ADDRESS: 'Adresse', EMAIL: 'Adresse électronique', PHONE: 'Téléphone' },
  { ADDRESS: 'Address', EMAIL: 'E-mail', PHONE: 'Telephone' },
);

export const situationWords: Words<Record<OutcomeSituation, string>> = words(
  {
    BUSINESS_CREATION: 'Création d’entreprise',
    CDD: 'CDD',
    CDI: 'CDI',
    CONTRAT_AIDE: 'Contrat aidé',
    INACTIVE: 'Ni en emploi ni en recherche',
    INTERIM: 'Intérim',
    JOB_SEEKING: 'En recherche d’emploi',
    LOST_CONTACT: 'Perdue de vue',
    MOVED_AWAY: 'A déménagé',
    OTHER: 'Autre situation',
    OTHER_STRUCTURE: 'Autre structure d’insertion',
    PUBLIC_SERVICE: 'Fonction publique',
    QUALIFYING_TRAINING: 'Formation qualifiante',
  },
  {
    BUSINESS_CREATION: 'Own business',
    CDD: 'Fixed-term contract',
    CDI: 'Permanent contract',
    CONTRAT_AIDE: 'State-subsidised contract',
    INACTIVE: 'Neither in work nor looking for work',
    INTERIM: 'Temporary agency work',
    JOB_SEEKING: 'Looking for work',
    LOST_CONTACT: 'Contact lost',
    MOVED_AWAY: 'Moved away',
    OTHER: 'Other situation',
    OTHER_STRUCTURE: 'Another insertion structure',
    PUBLIC_SERVICE: 'Public service',
    QUALIFYING_TRAINING: 'Qualifying training',
  },
);
