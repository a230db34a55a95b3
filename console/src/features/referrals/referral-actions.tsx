import { useState } from 'react';
import { actionWords, scopeWords } from '../../copy/enums.js';
import { referralWords } from '../../copy/referrals.js';
import { type FragmentType, graphql, read } from '../../hub/gql/index.js';
import { useIsOffline } from '../../hub/hub.js';
import { Button } from '../../kit/button.js';
import { useDates } from '../../lib/dates.js';
import { useWords } from '../../lib/language.js';
import { ActionDialog } from './action-dialog.js';
import type { DirectAction } from './action-mutations.js';
import { DraftActions, ResumeLink } from './draft-actions.js';
import css from './referral-view.module.css';

const ReferralActionsReferral = graphql(/* GraphQL */ `
  fragment ReferralActions_Referral on Referral {
    id
    version
    viewerCan
    opens
    opensUntil
    status
    beneficiary {
      id
    }
  }
`);

/** The order of the buttons: the answer first, what ends a referral last. */
const order: readonly DirectAction[] = [
  'ACCEPT',
  'DECLINE',
  'REPLY',
  'START',
  'COMPLETE',
  'REQUEST_INFO',
  'WAITLIST',
  'REVIEW',
  'RESUME',
  'HOLD',
  'CANCEL',
  'ENTER_IN_ERROR',
];

/** A button for each action that the viewer may take now. */
export function ReferralActions({
  referral: masked,
}: {
  referral: FragmentType<typeof ReferralActionsReferral>;
}) {
  const referral = read(ReferralActionsReferral, masked);
  const text = useWords(referralWords);
  const actions = useWords(actionWords);
  const scopes = useWords(scopeWords);
  const dates = useDates();
  const { opens, opensUntil } = referral;
  const isOffline = useIsOffline();
  const [open, setOpen] = useState<DirectAction>();
  // A dialog that was opened once stays, with what was typed, also when the action is no longer possible.
  const [opened, setOpened] = useState<readonly DirectAction[]>([]);
  if (referral.status === 'DRAFT') return <DraftActions referral={referral} />;
  const possible = order.filter((it) => referral.viewerCan.includes(it));
  const again = referral.viewerCan.includes('REFER_AGAIN') && referral.beneficiary;
  if (possible.length === 0 && opened.length === 0 && !again) return null;
  return (
    <div className={css.buttons}>
      {again && <ResumeLink person={again.id} referral={referral.id} words={actions.REFER_AGAIN} />}
      {possible.map((action, index) => (
        <Button
          key={action}
          kind={action === 'ENTER_IN_ERROR' ? 'plain' : index === 0 ? 'main' : 'normal'}
          isDisabled={isOffline}
          onPress={() => {
            setOpen(action);
            if (!opened.includes(action)) setOpened([...opened, action]);
          }}
        >
          {actions[action]}
        </Button>
      ))}
      {opened.map((action) => (
        <ActionDialog
          key={action}
          action={action}
          referral={referral}
          opens={
            opens
              ? text.opens(scopes[opens], opensUntil ? dates.lastDay(opensUntil) : undefined)
              : text.opensNothing
          }
          isOpen={action === open}
          onClose={() => setOpen(undefined)}
        />
      ))}
    </div>
  );
}
