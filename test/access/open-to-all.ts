/** The tables that everyone signed in may read. */
export const directories = [
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
  // Read by coordinators only, without persons: it has only ids of partners and of waiting referrals.
  'public.unanswered_referral',
];

/** The queries that return only data that every signed-in member may read. */
export const openQueries = [
  'partner',
  'partners',
  'roadmap',
  'clauseProgrammes',
  'companies',
  'unansweredReferrals',
];

/** The queries and tables that show coordinators the ids of unanswered referrals. */
export const waitingHere = ['public.unanswered_referral', 'unansweredReferrals'];

/** The parts of tables that every signed-in member may read: counts without names. */
export const openRows = ['public.attendance it where beneficiary_id is null'];

/** The viewers who read the committee's data: its members and the coordinator. */
export const readers = ['a committee member', 'a coordinator'];
export const ofCommittee = ['public.committee_snapshot'];
