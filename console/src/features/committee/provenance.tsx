import { figureWords, levelWords } from '../../copy/figures.js';
import { type FragmentType, graphql, read } from '../../hub/gql/index.js';
import { useDates } from '../../lib/dates.js';
import { useWords } from '../../lib/language.js';
import css from './figures.module.css';

export const ProvenanceRelease = graphql(/* GraphQL */ `
  fragment Provenance_Release on Release {
    asOf
    madeAt
    level
    missing {
      name
    }
  }
`);

/** Which release the figures are from, how they are protected, and which partners are missing in it. */
export function Provenance({ release }: { release: FragmentType<typeof ProvenanceRelease> }) {
  const { asOf, madeAt, level, missing } = read(ProvenanceRelease, release);
  const text = useWords(figureWords);
  const levels = useWords(levelWords);
  const dates = useDates();
  return (
    <p className={css.soft}>
      {text.provenance(dates.date(asOf), dates.moment(madeAt), levels[level])}{' '}
      {missing.length > 0 && <strong>{text.missing(missing.map(({ name }) => name).join(', '))}</strong>}
    </p>
  );
}
