import { releaseWords } from '../../copy/releases.js';
import { useCommand, useIdempotencyKey } from '../../hub/command.js';
import { type FragmentType, graphql, read } from '../../hub/gql/index.js';
import { useViewerCan } from '../../hub/viewer-can.js';
import { announce } from '../../kit/announcer.js';
import { Button } from '../../kit/button.js';
import { CommandButton } from '../../kit/command-button.js';
import { Badge } from '../../kit/page.js';
import { Refusals } from '../../kit/refusals.js';
import { today, useDates } from '../../lib/dates.js';
import { useWords } from '../../lib/language.js';
import css from './figures.module.css';

export const DueReleasesCommittee = graphql(/* GraphQL */ `
  fragment DueReleases_Committee on Committee {
    dueReleases {
      asOf
    }
  }
`);

const MakeRelease = graphql(/* GraphQL */ `
  mutation MakeRelease($input: MakeReleaseInput!) {
    makeRelease(input: $input) {
      userErrors {
        ...Refusal_UserError
      }
    }
  }
`);

interface DueReleasesProps {
  readonly committee: FragmentType<typeof DueReleasesCommittee>;
  /** Whether a level of protection is chosen: no release is made before. */
  readonly isProtected: boolean;
  /** Reads the releases again. */
  readonly onRefresh: () => void;
}

/** The releases that are being made or were missed. */
export function DueReleases({ committee: masked, isProtected, onRefresh }: DueReleasesProps) {
  const { dueReleases } = read(DueReleasesCommittee, masked);
  const text = useWords(releaseWords);
  if (!isProtected) return <p>{text.unprotected}</p>;
  if (dueReleases.length === 0) return null;
  return (
    <>
      <h3>{text.due}</h3>
      <ul className={css.saved}>
        {dueReleases.map(({ asOf }) => (
          <DueRelease key={asOf} asOf={asOf} />
        ))}
      </ul>
      <div>
        <Button onPress={onRefresh}>{text.again}</Button>
      </div>
    </>
  );
}

/** A release that is due; the coordinator makes it when the hub has missed it. */
function DueRelease({ asOf }: { asOf: string }) {
  const text = useWords(releaseWords);
  const dates = useDates();
  const viewerCan = useViewerCan();
  const make = useCommand(MakeRelease);
  const { key, renew } = useIdempotencyKey();
  const isLate = asOf < yesterday();
  const press = async () => {
    const { state } = await make.run({ input: { asOf, idempotencyKey: key } });
    if (state !== 'done') return;
    renew();
    announce(text.makeDone);
  };
  return (
    <li>
      <div className={css.head}>
        <span>{text.dueOf(dates.date(asOf))}</span>
        <Badge tone={isLate ? 'warn' : 'quiet'}>{isLate ? text.late : text.inPreparation}</Badge>
        <CommandButton
          command="MAKE_RELEASE"
          offered={viewerCan}
          isPending={make.isRunning}
          aria-label={text.makeOf(dates.date(asOf))}
          onPress={press}
        >
          {text.make}
        </CommandButton>
      </div>
      {make.result?.state === 'done' && <p role="status">{text.makeDone}</p>}
      <Refusals result={make.result} />
    </li>
  );
}

/** A release is late a day after its own. */
function yesterday(): string {
  return today(new Date(Date.now() - 24 * 60 * 60 * 1000));
}
