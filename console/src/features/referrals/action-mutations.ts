import type { TypedDocumentNode } from 'urql';
import type { Payload } from '../../hub/command.js';
import type { ReferralAction } from '../../hub/gql/enums.js';
import { graphql } from '../../hub/gql/index.js';

/* The mutation of each action on a referral. */

const accept = graphql(/* GraphQL */ `
  mutation AcceptReferral($input: AcceptReferralInput!) {
    acceptReferral(input: $input) {
      userErrors {
        ...Refusal_UserError
      }
    }
  }
`);

const decline = graphql(/* GraphQL */ `
  mutation DeclineReferral($input: DeclineReferralInput!) {
    declineReferral(input: $input) {
      userErrors {
        ...Refusal_UserError
      }
    }
  }
`);

const cancel = graphql(/* GraphQL */ `
  mutation CancelReferral($input: CancelReferralInput!) {
    cancelReferral(input: $input) {
      userErrors {
        ...Refusal_UserError
      }
    }
  }
`);

const complete = graphql(/* GraphQL */ `
  mutation CompleteReferral($input: CompleteReferralInput!) {
    completeReferral(input: $input) {
      userErrors {
        ...Refusal_UserError
      }
    }
  }
`);

const enterInError = graphql(/* GraphQL */ `
  mutation EnterReferralInError($input: EnterReferralInErrorInput!) {
    enterReferralInError(input: $input) {
      userErrors {
        ...Refusal_UserError
      }
    }
  }
`);

const hold = graphql(/* GraphQL */ `
  mutation HoldReferral($input: HoldReferralInput!) {
    holdReferral(input: $input) {
      userErrors {
        ...Refusal_UserError
      }
    }
  }
`);

const reply = graphql(/* GraphQL */ `
  mutation ReplyToReferral($input: ReplyToReferralInput!) {
    replyToReferral(input: $input) {
      userErrors {
        ...Refusal_UserError
      }
    }
  }
`);

const requestInfo = graphql(/* GraphQL */ `
  mutation RequestReferralInfo($input: RequestReferralInfoInput!) {
    requestReferralInfo(input: $input) {
      userErrors {
        ...Refusal_UserError
      }
    }
  }
`);

const resume = graphql(/* GraphQL */ `
  mutation ResumeReferral($input: ResumeReferralInput!) {
    resumeReferral(input: $input) {
      userErrors {
        ...Refusal_UserError
      }
    }
  }
`);

const review = graphql(/* GraphQL */ `
  mutation ReviewReferral($input: ReviewReferralInput!) {
    reviewReferral(input: $input) {
      userErrors {
        ...Refusal_UserError
      }
    }
  }
`);

const start = graphql(/* GraphQL */ `
  mutation StartReferral($input: StartReferralInput!) {
    startReferral(input: $input) {
      userErrors {
        ...Refusal_UserError
      }
    }
  }
`);

const waitlist = graphql(/* GraphQL */ `
  mutation WaitlistReferral($input: WaitlistReferralInput!) {
    waitlistReferral(input: $input) {
      userErrors {
        ...Refusal_UserError
      }
    }
  }
`);

/** The actions that are one command on an existing referral. The others lead to the screen that refers a person. */
export type DirectAction = Exclude<ReferralAction, 'CHANGE_DRAFT' | 'SEND' | 'REFER_AGAIN'>;

/** The mutation of an action. Its input is checked where it is made: see `action-input.ts`. */
export const actionMutations = {
  ACCEPT: accept,
  DECLINE: decline,
  CANCEL: cancel,
  COMPLETE: complete,
  ENTER_IN_ERROR: enterInError,
  HOLD: hold,
  REPLY: reply,
  REQUEST_INFO: requestInfo,
  RESUME: resume,
  REVIEW: review,
  START: start,
  WAITLIST: waitlist,
} as unknown as Readonly<Record<DirectAction, TypedDocumentNode<Record<string, Payload>, { input: object }>>>;
