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
  // Read by coordinators only, and holds no person: of ids, the partners’ and those of referrals that wait.
  'public.unanswered_referral',
];

/** The queries in which nothing is found that is not open to everyone signed in. */
export const openQueries = [
  'partner',
  'partners',
  'roadmap',
  'clauseProgrammes',
  'companies',
  'unansweredReferrals',
];

/** Where coordinators are shown which referrals wait for an answer, by their ids. */
export const waitingHere = ['public.unanswered_referral', 'unansweredReferrals'];

/** What everyone signed in may read, where it is not a whole table: counts without names. */
export const openRows = ['public.attendance it where beneficiary_id is null'];

/** Who reads what every member of the committee may read, and the coordinator. */
export const readers = ['a committee member', 'a coordinator'];
export const ofCommittee = ['public.committee_snapshot'];
