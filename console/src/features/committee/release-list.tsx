import { useState } from 'react';
import { levelWords } from '../../copy/figures.js';
import { releaseWords } from '../../copy/releases.js';
import { type FragmentType, read } from '../../hub/gql/index.js';
import { Button } from '../../kit/button.js';
import { useDates } from '../../lib/dates.js';
import { useWords } from '../../lib/language.js';
import { FigureTable, TitledCell } from './figure-table.js';
import { ProvenanceRelease } from './provenance.js';

/** How many releases are shown at first: a year of them. */
const shownAtFirst = 12;

/** The releases that were made, the latest first. */
export function ReleaseList({
  releases: masked,
}: {
  releases: readonly FragmentType<typeof ProvenanceRelease>[];
}) {
  const releases = read(ProvenanceRelease, masked);
  const text = useWords(releaseWords);
  const levels = useWords(levelWords);
  const dates = useDates();
  const [showsAll, setShowsAll] = useState(false);
  const shown = showsAll ? releases : releases.slice(0, shownAtFirst);
  if (releases.length === 0) return <p>{text.none}</p>;
  return (
    <>
      <FigureTable isStacked label={text.releases} columns={[text.day, text.read, text.level, text.missing]}>
        {shown.map(({ asOf, madeAt, level, missing }) => (
          <tr key={asOf}>
            <th scope="row">{dates.date(asOf)}</th>
            <TitledCell title={text.read}>{dates.mediumDate(madeAt)}</TitledCell>
            <TitledCell title={text.level}>{levels[level]}</TitledCell>
            <TitledCell title={text.missing}>
              {missing.map(({ name }) => name).join(', ') || text.noneMissing}
            </TitledCell>
          </tr>
        ))}
      </FigureTable>
      {shown.length < releases.length && (
        <div>
          <Button onPress={() => setShowsAll(true)}>{text.earlier(releases.length - shown.length)}</Button>
        </div>
      )}
    </>
  );
}
