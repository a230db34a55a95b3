import { closedSet } from '../../graphql/enum.js';

export const WebhookTopic = closedSet('WebhookTopic', 'What a webhook may be told of.', {
  REFERRAL: 'Referrals: as `referralEvents`.',
  SHARING: 'Sharings: as `sharingEvents`.',
  LINK: 'Requests to be linked: as `linkEvents`.',
  PATHWAY: 'Pathways that are opened and closed.',
  STEP: 'Steps of pathways.',
  OUTCOME: 'Outcomes of pathways.',
  BENEFICIARY: 'Files of persons: as `beneficiaryEvents`.',
});
export type WebhookTopic = keyof typeof WebhookTopic;

/** The type of the object that a message names, by the topic of its event. */
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
