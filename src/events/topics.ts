/**
 * What events are about; the policies of `event` say who is told of which. `CLAUSE` is for those who follow the
 * insertion clause, `RETENTION` for those who answer for the partner's data, `WEBHOOK` for its administrators,
 * `UNANSWERED` for the town's coordinators, who see no referral; all others for those who read case files.
 */
export type Topic =
  | 'APPOINTMENT'
  | 'ATTENDANCE'
  | 'BARRIER'
  | 'BENEFICIARY'
  | 'CLAUSE'
  | 'CONTACT'
  | 'CRITERION'
  | 'LINK'
  | 'MEMBER'
  | 'NOTE'
  | 'OBJECTIVE'
  | 'OUTCOME'
  | 'PATHWAY'
  | 'REFERRAL'
  | 'RETENTION'
  | 'SHARING'
  | 'STEP'
  | 'UNANSWERED'
  | 'WEBHOOK';
