import type { SavedOperation } from './saved-operation.js';

const group = 'Relier son logiciel';

/** Operations for administrators who connect the partner's own system by webhooks. */
export const webhookOperations: readonly SavedOperation[] = [
  {
    title: 'Voir les webhooks et leurs envois',
    group,
    document: `# Montre où les événements de la structure sont envoyés, et ce qui attend. Pour son administratrice ou son administrateur.
query Webhooks($first: Int) {
  webhooks {
    totalCount
    nodes {
      id
      address
      topics
      state
      pausedAt
      pausedBecause
      lastDeliveredAt
      lastFailedAt
      failingSince
      waiting
      dropped
      deliveries(first: $first) {
        nodes { eventId topic kind createdAt attempts lastStatusCode lastProblem nextAttemptAt deliveredAt }
      }
    }
  }
}
`,
    variables: { first: 10 },
  },
  {
    title: 'Ajouter un webhook',
    group,
    document: `# Envoie désormais les événements à cette adresse. Le secret ne s’affiche qu’une fois : le garder.
mutation AddWebhook($input: AddWebhookInput!) {
  addWebhook(input: $input) {
    webhook { id address topics state }
    secret
    userErrors { code message path }
  }
}
`,
    variables: {
      input: {
        idempotencyKey: '{uuid}',
        address: 'https://logiciel.structure.example/hub',
        topics: ['REFERRAL', 'SHARING'],
      },
    },
  },
  {
    title: 'Essayer un webhook',
    group,
    document: `# Envoie un message d’essai. À remplir : “webhook”, l’“id” lu dans “Voir les webhooks et leurs envois”.
mutation TestWebhook($input: TestWebhookInput!) {
  testWebhook(input: $input) {
    webhook { id waiting lastDeliveredAt lastFailedAt }
    userErrors { code message path }
  }
}
`,
    variables: { input: { webhook: '' } },
  },
  {
    title: 'Reprendre un webhook en pause',
    group,
    document: `# Envoie ce qui a été gardé pendant la pause, puis la suite. À remplir : “webhook”.
mutation ResumeWebhook($input: ResumeWebhookInput!) {
  resumeWebhook(input: $input) {
    webhook { id state waiting dropped }
    userErrors { code message path }
  }
}
`,
    variables: { input: { webhook: '' } },
  },
];
