import { type FragmentType, graphql, read } from '../../hub/gql/index.js';
import { ErrorBoundary } from '../../kit/error-boundary.js';
import { BarriersPanel } from './barriers.js';
import { ObjectivesPanel } from './objectives.js';

const FollowUpBeneficiary = graphql(/* GraphQL */ `
  fragment FollowUp_Beneficiary on Beneficiary {
    access {
      scope
    }
    ...Objectives_Beneficiary
    ...Barriers_Beneficiary
  }
`);

/** Objectives and barriers, for partners that follow the person up. */
export function FollowUp({ person: masked }: { person: FragmentType<typeof FollowUpBeneficiary> }) {
  const person = read(FollowUpBeneficiary, masked);
  if (person.access.scope !== 'FOLLOW_UP') return null;
  return (
    <>
      <ErrorBoundary>
        <ObjectivesPanel person={person} />
      </ErrorBoundary>
      <ErrorBoundary>
        <BarriersPanel person={person} />
      </ErrorBoundary>
    </>
  );
}
