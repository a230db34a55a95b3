import type { ReactNode } from 'react';
import { priorityWords, sentStatusWords, statusWords } from '../../copy/enums.js';
import { referralWords } from '../../copy/referrals.js';
import type { ReferralPriority } from '../../hub/gql/enums.js';
import { CheckField, SelectField } from '../../kit/field.js';
import { Hidden } from '../../kit/hidden.js';
import { useWords } from '../../lib/language.js';
import { allStates, type ReceptionFilters } from './filters.js';
import css from './reception.module.css';
import { ServiceFilter } from './service-filter.js';

interface ReceptionFiltersProps {
  readonly filters: ReceptionFilters;
  readonly onChange: (filters: ReceptionFilters) => void;
  /** The search, before the filters. */
  readonly children: ReactNode;
}

/** Received or sent, state, priority, assigned to me. */
export function ReceptionFilterBar({ filters, onChange, children }: ReceptionFiltersProps) {
  const text = useWords(referralWords);
  const states = useWords(filters.box === 'INBOX' ? statusWords : sentStatusWords);
  const priorities = useWords(priorityWords);
  const boxes = [
    ['INBOX', text.inbox],
    ['OUTBOX', text.outbox],
  ] as const;
  return (
    <div className={css.filters}>
      {children}
      <fieldset className={css.boxes}>
        <legend>
          <Hidden>{text.boxes}</Hidden>
        </legend>
        {boxes.map(([box, label]) => (
          <label key={box} className={css.box}>
            <input
              type="radio"
              name="box"
              checked={filters.box === box}
              onChange={() => onChange({ ...filters, box, mine: false, service: undefined })}
            />
            {label}
          </label>
        ))}
      </fieldset>
      <SelectField
        label={text.state}
        value={filters.state}
        options={[
          ['open', text.open],
          ['all', text.anyState],
          ...allStates.map((state) => [state, states[state]] as const),
        ]}
        onChange={(state) => onChange({ ...filters, state })}
      />
      <SelectField<ReferralPriority | ''>
        label={text.priority}
        value={filters.priority ?? ''}
        options={[
          ['', text.anyPriority],
          ['URGENT', priorities.URGENT],
          ['ROUTINE', priorities.ROUTINE],
        ]}
        onChange={(priority) => onChange({ ...filters, priority: priority || undefined })}
      />
      {filters.box === 'INBOX' && (
        <ServiceFilter value={filters.service} onChange={(service) => onChange({ ...filters, service })} />
      )}
      <CheckField
        label={text.overdue}
        value={filters.overdue}
        onChange={(overdue) => onChange({ ...filters, overdue })}
      />
      {filters.box === 'INBOX' && (
        <CheckField
          label={text.mine}
          value={filters.mine}
          onChange={(mine) => onChange({ ...filters, mine })}
        />
      )}
    </div>
  );
}
