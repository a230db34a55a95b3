import type { SavedOperation } from './saved-operation.js';

/** Operations for notifications and their e-mails. */
export const notificationOperations: readonly SavedOperation[] = [
  {
    title: 'Mes notifications',
    group: 'Notifications',
    document: `# Ce dont le hub vous a prévenu et que vous n’avez pas lu, du plus récent au plus ancien. Rien à remplir.
query MyNotifications($first: Int = 20, $after: String, $unreadOnly: Boolean! = true) {
  viewer {
    unreadNotifications
    mailTiming
    mailLanguage
    notifications(first: $first, after: $after, unreadOnly: $unreadOnly) {
      nodes { id kind at readAt referral { id version reference status from { name } to { name } viewerCan } }
      pageInfo { hasNextPage endCursor }
    }
  }
}
`,
    variables: { first: 20, after: null, unreadOnly: true },
  },
  {
    title: 'Tout marquer comme lu',
    group: 'Notifications',
    document: `# Marque comme lues une notification et toutes les précédentes. À remplir : “upTo”, l’“id” de la plus récente.
mutation MarkNotificationsRead($input: MarkNotificationsReadInput!) {
  markNotificationsRead(input: $input) {
    viewer { unreadNotifications }
    userErrors { code message path }
  }
}
`,
    variables: { input: { upTo: '' } },
  },
  {
    title: 'Choisir mes courriels',
    group: 'Notifications',
    document: `# Dit comment être prévenu par courriel : AT_ONCE (aussitôt), DAILY (une fois par jour) ou NONE (jamais) ; FR ou EN.
mutation ChooseMail($input: ChooseMailInput!) {
  chooseMail(input: $input) {
    viewer { mailTiming mailLanguage }
    userErrors { code message path }
  }
}
`,
    variables: { input: { timing: 'DAILY', language: 'FR' } },
  },
];
