/** The tables that every signed-in member may read. */
export const publicTables = [
  'access.holiday',
  'access.referral_delay',
  'public.partner',
  'public.forum',
  'public.exhibitor',
  'public.exit_frame',
  'public.exit_frame_rule',
  'public.roadmap_item',
  'public.clause_programme',
  'public.procurement',
  'public.company',
  'public.lot',
  'public.lot_month',
  'public.service',
  // Days, partners and numbers of contracts.
  'public.committee_release',
  // A choice and the member who made it.
  'public.committee_protection',
  // Only coordinators read it; it has ids of partners and of unanswered referrals, and no persons.
  'public.unanswered_referral',
];

/** The queries that return only data that every signed-in member may read. */
export const publicQueries = [
  'partner',
  'partners',
  'services',
  'roadmap',
  'clauseProgrammes',
  'companies',
  'unansweredReferrals',
];

/** What the coordinator reads of other partners, in tables and queries, by the name of the ids that it shows. */
export const coordinatorReads: Readonly<Record<string, 'unanswered' | 'questions'>> = {
  'public.unanswered_referral': 'unanswered',
  unansweredReferrals: 'unanswered',
  'public.committee_question': 'questions',
  committeeQuestions: 'questions',
  'public.distinct_count': 'questions',
  distinctCounts: 'questions',
  node: 'questions',
  nodes: 'questions',
};

/** The rows of other tables that every signed-in member may read: headcounts, without persons. */
export const publicRows = ['public.attendance it where beneficiary_id is null'];

/** The viewers that may read `committeeTables`. */
export const committeeReaders = ['a committee member', 'a coordinator'];
export const committeeTables = ['public.committee_snapshot', 'public.committee_closed_year'];
