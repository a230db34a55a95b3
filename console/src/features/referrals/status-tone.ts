import type { ReferralStatus } from '../../hub/gql/enums.js';

/** How loud a state is shown: what waits for somebody is louder than what is closed. */
export function statusTone(status: ReferralStatus): 'warn' | 'accent' | 'good' | 'quiet' {
  switch (status) {
    case 'REQUESTED':
    case 'INFO_REQUESTED':
      return 'warn';
    case 'IN_REVIEW':
    case 'WAITLISTED':
    case 'ACCEPTED':
    case 'IN_PROGRESS':
      return 'accent';
    case 'COMPLETED':
      return 'good';
    default:
      return 'quiet';
  }
}
