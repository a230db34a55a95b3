import { useParams } from '@tanstack/react-router';
import { referralWords } from '../copy/referrals.js';
import { ReferralView } from '../features/referrals/referral-view.js';
import { Page } from '../kit/page.js';
import { useWords } from '../lib/language.js';

/** One referral, whole. Links in e-mails lead here. */
export function ReferralScreen() {
  const { id } = useParams({ from: '/orientations/$id' });
  const text = useWords(referralWords);
  return (
    <Page title={text.one}>
      <ReferralView id={id} />
    </Page>
  );
}
