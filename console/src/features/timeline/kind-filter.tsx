import { Link, useNavigate } from '@tanstack/react-router';
import { timelineWords } from '../../copy/timeline.js';
import { Hidden } from '../../kit/hidden.js';
import { UnknownFilter } from '../../kit/unknown-filter.js';
import { useWords } from '../../lib/language.js';
import { allFamilies, type KindFilter, searchWith } from './kinds.js';
import css from './timeline.module.css';

interface KindFilterBarProps {
  readonly id: string;
  readonly filter: KindFilter;
}

/** Which kinds the timeline shows; the address keeps it. */
export function KindFilterBar({ id, filter }: KindFilterBarProps) {
  const text = useWords(timelineWords);
  const navigate = useNavigate();
  const everything = (
    <Link to="/personnes/$id" params={{ id }} search={{}} replace resetScroll={false}>
      {text.all}
    </Link>
  );
  return (
    <>
      <fieldset className={css.chips}>
        <legend>
          <Hidden>{text.kinds}</Hidden>
        </legend>
        {allFamilies.map((family) => (
          <label key={family} className={css.chip}>
            <input
              type="checkbox"
              checked={filter.chosen.includes(family)}
              onChange={(event) =>
                void navigate({
                  to: '/personnes/$id',
                  params: { id },
                  search: searchWith(filter, family, event.target.checked),
                  replace: true,
                  resetScroll: false,
                })
              }
            />
            {text.families[family]}
          </label>
        ))}
        {filter.chosen.length > 0 && everything}
      </fieldset>
      <UnknownFilter value={filter.unknown}>{everything}</UnknownFilter>
    </>
  );
}
