/**
 * The subjects of events. The row policies of `event` decide which roles may read which topic: `CLAUSE` is for clause
 * facilitators, `RETENTION` for the roles responsible for data protection, `WEBHOOK` for administrators,
 * `RELEASE` and `UNANSWERED` for the town's coordinators, who see no referral, `QUESTION` for them and for data protection
 * officers, `NOTIFICATION` for the one member to whom the event is addressed. All other topics are for the roles that read case files.
 */
export type Topic =
  | 'APPOINTMENT'
  | 'ATTENDANCE'
  | 'BARRIER'
  | 'BENEFICIARY'
  | 'CLAUSE'
  | 'CONTACT'
  | 'CONTRACT'
  | 'CRITERION'
  | 'FILE'
  | 'LINK'
  | 'MEMBER'
  | 'NOTE'
  | 'NOTIFICATION'
  | 'OBJECTIVE'
  | 'OUTCOME'
  | 'PATHWAY'
  | 'QUESTION'
  | 'REFERRAL'
  | 'RELEASE'
  | 'RETENTION'
  | 'SHARING'
  | 'STEP'
  | 'UNANSWERED'
  | 'WEBHOOK';
