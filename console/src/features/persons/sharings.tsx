import { useState } from 'react';
import { scopeWords } from '../../copy/enums.js';
import { fileWords } from '../../copy/file.js';
import type { Sharings_BeneficiaryFragment } from '../../hub/gql/graphql.js';
import { type FragmentType, graphql, read } from '../../hub/gql/index.js';
import { CommandButton } from '../../kit/command-button.js';
import { Badge, Panel } from '../../kit/page.js';
import { useDates } from '../../lib/dates.js';
import { useWords } from '../../lib/language.js';
import { AgreementDialog } from './agreement-dialog.js';
import { ExtendDialog } from './extend-dialog.js';
import css from './person.module.css';
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

interface SharingRowProps {
  readonly sharing: SharingInForce;
  readonly own: string;
  readonly onWithdraw: () => void;
  readonly onExtend: () => void;
}

function SharingRow({ sharing, own, onWithdraw, onExtend }: SharingRowProps) {
  const text = useWords(fileWords);
  const scopes = useWords(scopeWords);
  const dates = useDates();
  const { partner, grantedBy, scope, basis, until, viewerCan } = sharing;
  const isOwn = partner.id === own;
  return (
    <li>
      <div className={css.head}>
        <h3>
          {partner.name} {isOwn && <Badge tone="accent">{text.you}</Badge>}
        </h3>
        <span className={css.soft}>{until ? text.until(dates.lastDay(until)) : text.noEnd}</span>
      </div>
      <p>{text.sees(scopes[scope])}</p>
      <p className={css.soft}>
        {text.basis[basis]}
        {grantedBy.id !== partner.id && ` · ${text.grantedBy(grantedBy.name)}`}
      </p>
      {viewerCan.length > 0 && (
        <div className={css.buttons}>
          <CommandButton
            command="EXTEND_SHARING"
            offered={viewerCan}
            kind="plain"
            aria-label={text.extendOf(partner.name)}
            onPress={onExtend}
          >
            {text.extend}
          </CommandButton>
          <CommandButton
            command="WITHDRAW_SHARING"
            offered={viewerCan}
            kind="plain"
            aria-label={text.withdrawOf(partner.name)}
            onPress={onWithdraw}
          >
            {text.withdraw}
          </CommandButton>
        </div>
      )}
    </li>
  );
}
