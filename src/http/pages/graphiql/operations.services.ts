import type { SavedOperation } from './saved-operation.js';

/** Operations before a referral, and for messages and the assignment of referrals. */
export const serviceOperations: readonly SavedOperation[] = [
  {
    title: 'Choisir une offre',
    group: 'Orienter et répondre',
    document: `# Montre les offres d’un partenaire : places libres, et ce qui empêche d’y orienter. À remplir : “slug”, le nom court du partenaire.
query ChooseService($slug: String!) {
  partner(slug: $slug) {
    id
    referralObstacle
    services(first: 50) {
      nodes { id name themes publics contact capacity capacityUpdatedAt capacityIsCurrent referralObstacle }
    }
  }
}
`,
    variables: { slug: 'club-relais' },
  },
  {
    title: 'Cette offre a-t-elle déjà refusé cette personne ?',
    group: 'Orienter et répondre',
    document: `# Montre les orientations de la personne que cette offre a refusées. À remplir : “service” et “beneficiary” (leurs “id”).
query DeclinedBefore($service: ID!, $beneficiary: ID!) {
  node(id: $service) {
    ... on Service {
      name
      capacity
      declinedReferrals(beneficiary: $beneficiary) {
        totalCount
        nodes { reference sentAt answeredAt decline { side reason comment } }
      }
    }
  }
}
`,
    variables: { service: '', beneficiary: '' },
  },
  {
    title: 'Écrire à l’autre partenaire',
    group: 'Orienter et répondre',
    document: `# Écrit un message à l’autre partenaire d’une orientation. À remplir : “referral” (son “id”) et le texte.
mutation SendReferralMessage($input: SendReferralMessageInput!) {
  sendReferralMessage(input: $input) {
    message { at text referral { messages(last: 10) { nodes { at by { name } author { name } text } } } }
    userErrors { code message path }
  }
}
`,
    variables: {
      input: { idempotencyKey: '{uuid}', referral: '', text: 'Un rendez-vous lundi à 9 h conviendrait-il ?' },
    },
  },
  {
    title: 'Dire qui suit une orientation',
    group: 'Orienter et répondre',
    document: `# Confie une orientation reçue à un membre de votre équipe. À remplir : “referral” et “member” (leurs “id”).
mutation AssignReferral($input: AssignReferralInput!) {
  assignReferral(input: $input) {
    referral { id reference assignee { id name } }
    userErrors { code message path }
  }
}
`,
    variables: { input: { referral: '', member: '' } },
  },
];
