import { graphql } from '../../hub/gql/index.js';

/* The commands and the look-up of a draft. */

export const DraftReferral = graphql(/* GraphQL */ `
  mutation DraftReferral($input: DraftReferralInput!) {
    draftReferral(input: $input) {
      referral {
        id
        version
      }
      userErrors {
        ...Refusal_UserError
      }
    }
  }
`);

export const ChangeReferralDraft = graphql(/* GraphQL */ `
  mutation ChangeReferralDraft($input: ChangeReferralDraftInput!) {
    changeReferralDraft(input: $input) {
      referral {
        id
        version
      }
      userErrors {
        ...Refusal_UserError
      }
    }
  }
`);

export const DraftVersionQuery = graphql(/* GraphQL */ `
  query DraftVersion($id: ID!) {
    referral(id: $id) {
      version
      sentAt
    }
  }
`);
