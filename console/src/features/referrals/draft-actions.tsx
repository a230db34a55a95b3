import { useState } from 'react';
import { referralWords } from '../../copy/referrals.js';
import type { ReferralAction } from '../../hub/gql/enums.js';
import { useIsOffline } from '../../hub/hub.js';
import { Button } from '../../kit/button.js';
import { LinkButton } from '../../kit/link-button.js';
import { useWords } from '../../lib/language.js';
import { DiscardDialog } from './discard-dialog.js';
import css from './referral-view.module.css';

interface DraftActionsProps {
  readonly referral: {
    readonly id: string;
    readonly version: number;
    readonly viewerCan: readonly ReferralAction[];
    readonly beneficiary?: { readonly id: string } | null;
  };
}

/** What can be done with a draft: continue and send it on the screen that refers a person, or throw it away. */
export function DraftActions({ referral }: DraftActionsProps) {
  const text = useWords(referralWords);
  const isOffline = useIsOffline();
  const [isDiscarding, setDiscarding] = useState(false);
  const { id, viewerCan, beneficiary } = referral;
  return (
    <div className={css.buttons}>
      {beneficiary && viewerCan.includes('CHANGE_DRAFT') && (
        <ResumeLink person={beneficiary.id} referral={id} words={text.resumeDraft} />
      )}
      {viewerCan.includes('CANCEL') && (
        <Button isDisabled={isOffline} onPress={() => setDiscarding(true)}>
          {text.discard}
        </Button>
      )}
      <DiscardDialog draft={referral} isOpen={isDiscarding} onClose={() => setDiscarding(false)} />
    </div>
  );
}

interface ResumeLinkProps {
  readonly person: string;
  readonly referral: string;
  readonly words: string;
}

/** Leads to the screen that refers a person, filled from a referral. */
export function ResumeLink({ person, referral, words }: ResumeLinkProps) {
  return (
    <LinkButton to="/personnes/$id/orienter" params={{ id: person }} search={{ reprendre: referral }}>
      {words}
    </LinkButton>
  );
}
