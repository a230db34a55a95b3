import { scopeWords } from '../../copy/enums.js';
import { fileWords } from '../../copy/file.js';
import { CommandButton } from '../../kit/command-button.js';
import { Badge } from '../../kit/page.js';
import { useDates } from '../../lib/dates.js';
import { useWords } from '../../lib/language.js';
import css from './person.module.css';
import type { SharingInForce } from './sharings.js';

interface SharingRowProps {
  readonly sharing: SharingInForce;
  readonly own: string;
  readonly onWithdraw: () => void;
  readonly onExtend: () => void;
}

/** A sharing in force: who sees what, until when, and what the viewer may do about it. */
export function SharingRow({ sharing, own, onWithdraw, onExtend }: SharingRowProps) {
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
