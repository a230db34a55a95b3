import { useState } from 'react';
import { fileWords } from '../../copy/file.js';
import type { Sharings_BeneficiaryFragment } from '../../hub/gql/graphql.js';
import { type FragmentType, graphql, read } from '../../hub/gql/index.js';
import { CommandButton } from '../../kit/command-button.js';
import { Panel } from '../../kit/page.js';
import { useWords } from '../../lib/language.js';
import { AgreementDialog } from './agreement-dialog.js';
import { ExtendDialog } from './extend-dialog.js';
import css from './person.module.css';
import { SharingRow } from './sharing-row.js';
import { WithdrawDialog } from './withdraw-dialog.js';

const SharingsBeneficiary = graphql(/* GraphQL */ `
  fragment Sharings_Beneficiary on Beneficiary {
    id
    viewerCan
    access {
      scope
    }
    sharings {
      id
      viewerCan
      scope
      basis
      since
      until
      partner {
        id
        name
      }
      grantedBy {
        id
        name
      }
    }
  }
`);

export type SharingInForce = Sharings_BeneficiaryFragment['sharings'][number];

interface SharingsPanelProps {
  readonly person: FragmentType<typeof SharingsBeneficiary>;
  /** The id of the viewer's partner. */
  readonly own: string;
}

/** Who sees the file, what of it, and until when; with what the viewer may do about it. */
export function SharingsPanel({ person: masked, own }: SharingsPanelProps) {
  const { id, viewerCan, access, sharings } = read(SharingsBeneficiary, masked);
  const text = useWords(fileWords);
  const [isRecording, setRecording] = useState(false);
  const [withdrawing, setWithdrawing] = useState<SharingInForce>();
  const [extending, setExtending] = useState<SharingInForce>();
  const ordered = [...sharings].sort((a, b) => rank(a) - rank(b) || a.since.localeCompare(b.since));
  return (
    <Panel title={text.sharings}>
      <ul className={css.rows}>
        {ordered.map((sharing) => (
          <SharingRow
            key={sharing.id}
            sharing={sharing}
            own={own}
            onWithdraw={() => setWithdrawing(sharing)}
            onExtend={() => setExtending(sharing)}
          />
        ))}
      </ul>
      <CommandButton
        command="RECORD_SHARING_AGREEMENT"
        offered={viewerCan}
        onPress={() => setRecording(true)}
      >
        {text.recordAgreement}
      </CommandButton>
      <AgreementDialog
        person={id}
        own={own}
        widest={access.scope}
        isOpen={isRecording}
        onClose={() => setRecording(false)}
      />
      {withdrawing && (
        <WithdrawDialog
          key={withdrawing.id}
          person={id}
          own={own}
          sharing={withdrawing}
          hasOthers={sharings.filter((it) => it.partner.id === withdrawing.partner.id).length > 1}
          onClose={() => setWithdrawing(undefined)}
        />
      )}
      {extending && (
        <ExtendDialog key={extending.id} sharing={extending} onClose={() => setExtending(undefined)} />
      )}
    </Panel>
  );
}

/** The referent first, then by the beginning. */
const rank = ({ basis }: SharingInForce) => (basis === 'REFERENT' ? 0 : 1);
