import { closedSet } from '../../graphql/enum.js';

export const WebhookTopic = closedSet('WebhookTopic', 'The topics of events that a webhook can receive.', {
  REFERRAL: 'Referrals: the events of `referralEvents`.',
  SHARING: 'Sharings: the events of `sharingEvents`.',
  LINK: 'Link requests: the events of `linkEvents`.',
  PATHWAY: 'Pathways: when they are opened and closed.',
  STEP: 'Steps of pathways.',
  OUTCOME: 'Outcomes of pathways.',
  BENEFICIARY: 'Files of persons: the events of `beneficiaryEvents`.',
});
export type WebhookTopic = keyof typeof WebhookTopic;

/** The GraphQL type of the object in a message, by the topic of the event. */
export const typeOf: Readonly<Record<string, string>> = {
  REFERRAL: 'Referral',
  SHARING: 'Sharing',
  LINK: 'LinkRequest',
  PATHWAY: 'Pathway',
  STEP: 'Step',
  OUTCOME: 'Outcome',
  BENEFICIARY: 'Beneficiary',
  WEBHOOK: 'Webhook',
} satisfies Record<WebhookTopic | 'WEBHOOK', string>;
