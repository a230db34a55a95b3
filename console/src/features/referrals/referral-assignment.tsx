import { referralWords } from '../../copy/referrals.js';
import { useCommand } from '../../hub/command.js';
import { type FragmentType, graphql, read } from '../../hub/gql/index.js';
import { useIsOffline } from '../../hub/hub.js';
import { announce } from '../../kit/announcer.js';
import { SelectField } from '../../kit/field.js';
import { Refusals } from '../../kit/refusals.js';
import { useWords } from '../../lib/language.js';

const ReferralAssignmentReferral = graphql(/* GraphQL */ `
  fragment ReferralAssignment_Referral on Referral {
    id
    viewerCanAlso
    to {
      id
    }
    assignee {
      id
      name
    }
  }
`);

const ReferralAssignmentMember = graphql(/* GraphQL */ `
  fragment ReferralAssignment_Member on Member {
    id
    name
    role
    partner {
      id
    }
  }
`);

const AssignReferral = graphql(/* GraphQL */ `
  mutation AssignReferral($input: AssignReferralInput!) {
    assignReferral(input: $input) {
      userErrors {
        ...Refusal_UserError
      }
    }
  }
`);

interface ReferralAssignmentProps {
  readonly referral: FragmentType<typeof ReferralAssignmentReferral>;
  readonly members: readonly FragmentType<typeof ReferralAssignmentMember>[];
}

/** To which member of the receiver the referral is assigned; the receiver can change it. */
export function ReferralAssignment({ referral: masked, members: maskedMembers }: ReferralAssignmentProps) {
  const referral = read(ReferralAssignmentReferral, masked);
  const members = read(ReferralAssignmentMember, maskedMembers);
  const text = useWords(referralWords);
  const isOffline = useIsOffline();
  const command = useCommand(AssignReferral);
  const possible = members.filter(
    ({ role, partner }) =>
      partner.id === referral.to.id && (role === 'CASEWORKER' || role === 'PARTNER_ADMINISTRATOR'),
  );
  const { viewerCanAlso, assignee } = referral;
  if (!viewerCanAlso.includes('ASSIGN_REFERRAL')) return assignee && <p>{text.assignedNow(assignee.name)}</p>;
  const assign = async (member: string) => {
    const { state } = await command.run({ input: { referral: referral.id, member: member || null } });
    if (state === 'done') announce(text.saved);
  };
  return (
    <>
      <SelectField
        label={text.assignment}
        disabled={isOffline}
        value={assignee?.id ?? ''}
        options={[['', text.nobody], ...possible.map(({ id, name }) => [id, name] as const)]}
        onChange={assign}
      />
      <Refusals result={command.result} />
    </>
  );
}
