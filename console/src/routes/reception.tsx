import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { referralWords } from '../copy/referrals.js';
import { filtersOf, type ReceptionFilters, searchOf } from '../features/referrals/filters.js';
import css from '../features/referrals/reception.module.css';
import { ReceptionFilterBar } from '../features/referrals/reception-filters.js';
import { ReceptionSearch, useReferralSearch } from '../features/referrals/reception-search.js';
import { ReferralList } from '../features/referrals/referral-list.js';
import { ReferralView } from '../features/referrals/referral-view.js';
import { useSession } from '../features/session/session.js';
import { Empty } from '../kit/answer-view.js';
import { ErrorBoundary } from '../kit/error-boundary.js';
import { Page } from '../kit/page.js';
import { UnknownFilter } from '../kit/unknown-filter.js';
import { useWords } from '../lib/language.js';

/** Inbox and outbox: the list and the chosen referral side by side. */
export function ReceptionScreen() {
  const search = useSearch({ from: '/reception' });
  const navigate = useNavigate();
  const { session } = useSession();
  const text = useWords(referralWords);
  const filters = filtersOf(search);
  const [searched, setSearched] = useReferralSearch();
  const chosen = search['choix'];
  const change = (changed: ReceptionFilters) =>
    void navigate({ to: '/reception', search: searchOf(changed), replace: true });
  const member = session.state === 'signedIn' ? session.member : '';
  return (
    <Page title={text.title}>
      <ReceptionFilterBar filters={filters} onChange={change}>
        <ReceptionSearch key={searched} applied={searched} onApply={setSearched} />
      </ReceptionFilterBar>
      <UnknownFilter value={filters.unknown}>
        <Link to="/reception" search={{}}>
          {text.clear}
        </Link>
      </UnknownFilter>
      <div className={css.reception} data-chosen={chosen}>
        <ReferralList
          filters={filters}
          search={searched}
          onClear={() => setSearched('')}
          member={member}
          chosen={chosen}
          key={JSON.stringify([filters, searched])}
        />
        <div className={css.detail}>
          {chosen ? (
            <ErrorBoundary resetKey={chosen}>
              <p className={css.back}>
                <Link to="/reception" search={searchOf(filters)}>
                  {text.back}
                </Link>
              </p>
              <ReferralView key={chosen} id={chosen} />
            </ErrorBoundary>
          ) : (
            <Empty>{text.choose}</Empty>
          )}
        </div>
      </div>
    </Page>
  );
}
