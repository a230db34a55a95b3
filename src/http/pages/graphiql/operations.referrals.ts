import type { SavedOperation } from './saved-operation.js';

/** Operations on referrals, in the order of their lifecycle. */
export const referralOperations: readonly SavedOperation[] = [
  {
    title: 'Orienter une personne',
    group: 'Orienter et répondre',
    document: `# Envoie une orientation. À remplir : “beneficiary” et “to” (leurs “id”), le motif, et l’accord de la personne.
mutation SendReferral($input: SendReferralInput!) {
  sendReferral(input: $input) {
    referral { id version reference status sentAt to { name } }
    userErrors { code message path }
  }
}
`,
    variables: {
      input: {
        idempotencyKey: '{uuid}',
        beneficiary: '',
        to: '',
        purpose: 'Mobilité : besoin d’un véhicule pour une prise de poste',
        priority: 'ROUTINE',
        scope: 'PATHWAY',
        agreedOn: '{today}',
        method: 'ORAL',
      },
    },
  },
  {
    title: 'Préparer une orientation',
    group: 'Orienter et répondre',
    document: `# Écrit un brouillon que vous seuls voyez, à envoyer plus tard. À remplir : “beneficiary” et “to” (leurs “id”), le motif.
mutation DraftReferral($input: DraftReferralInput!) {
  draftReferral(input: $input) {
    referral { id version reference status viewerCan }
    userErrors { code message path }
  }
}
`,
    variables: {
      input: {
        idempotencyKey: '{uuid}',
        beneficiary: '',
        to: '',
        purpose: 'Mobilité : besoin d’un véhicule pour une prise de poste',
        priority: 'ROUTINE',
        scope: 'PATHWAY',
      },
    },
  },
  {
    title: 'Modifier un brouillon',
    group: 'Orienter et répondre',
    document: `# Modifie un brouillon d’orientation ; ce qui n’est pas indiqué ne change pas. À remplir : “referral”, “expectedVersion” et ce qui change.
mutation ChangeReferralDraft($input: ChangeReferralDraftInput!) {
  changeReferralDraft(input: $input) {
    referral { id version reference status purpose priority to { name } }
    userErrors { code message path }
  }
}
`,
    variables: {
      input: {
        referral: '',
        expectedVersion: 1,
        purpose: 'Mobilité : besoin d’un véhicule avant le 1er du mois',
      },
    },
  },
  {
    title: 'Envoyer un brouillon',
    group: 'Orienter et répondre',
    document: `# Envoie un brouillon d’orientation. À remplir : “referral”, “expectedVersion”, et l’accord de la personne.
mutation SendReferralDraft($input: SendReferralDraftInput!) {
  sendReferralDraft(input: $input) {
    referral { id version reference status sentAt to { name } }
    userErrors { code message path }
  }
}
`,
    variables: { input: { referral: '', expectedVersion: 1, agreedOn: '{today}', method: 'ORAL' } },
  },
  {
    title: 'Examiner une orientation',
    group: 'Orienter et répondre',
    document: `# Dit que vous regardez une orientation reçue. À remplir : “referral” et “expectedVersion”.
mutation ReviewReferral($input: ReviewReferralInput!) {
  reviewReferral(input: $input) {
    referral { id version reference status viewerCan }
    userErrors { code message path }
  }
}
`,
    variables: { input: { referral: '', expectedVersion: 1 } },
  },
  {
    title: 'Demander une précision',
    group: 'Orienter et répondre',
    document: `# Demande une précision au partenaire qui oriente ; l’orientation attend sa réponse. À remplir : “referral”, “expectedVersion”, “message”.
mutation RequestReferralInfo($input: RequestReferralInfoInput!) {
  requestReferralInfo(input: $input) {
    referral { id version reference status viewerCan }
    userErrors { code message path }
  }
}
`,
    variables: { input: { referral: '', expectedVersion: 2, message: 'La personne a-t-elle le permis B ?' } },
  },
  {
    title: 'Répondre à une demande de précision',
    group: 'Orienter et répondre',
    document: `# Répond au partenaire qui a demandé une précision. À remplir : “referral”, “expectedVersion” et “reply”.
mutation ReplyToReferral($input: ReplyToReferralInput!) {
  replyToReferral(input: $input) {
    referral { id version reference status viewerCan }
    userErrors { code message path }
  }
}
`,
    variables: { input: { referral: '', expectedVersion: 3, reply: 'Oui, depuis deux ans' } },
  },
  {
    title: 'Mettre sur liste d’attente',
    group: 'Orienter et répondre',
    document: `# Met la personne sur votre liste d’attente. À remplir : “referral” et “expectedVersion”.
mutation WaitlistReferral($input: WaitlistReferralInput!) {
  waitlistReferral(input: $input) {
    referral { id version reference status viewerCan }
    userErrors { code message path }
  }
}
`,
    variables: { input: { referral: '', expectedVersion: 1 } },
  },
  {
    title: 'Accepter une orientation',
    group: 'Orienter et répondre',
    document: `# Accepte une orientation reçue. À remplir : “referral” et “expectedVersion”, lus dans “Orientations reçues”.
mutation AcceptReferral($input: AcceptReferralInput!) {
  acceptReferral(input: $input) {
    referral { id version reference status answeredAt viewerCan }
    userErrors { code message path }
  }
}
`,
    variables: { input: { referral: '', expectedVersion: 1 } },
  },
  {
    title: 'Refuser une orientation',
    group: 'Orienter et répondre',
    document: `# Refuse une orientation reçue. À remplir : comme pour accepter, et qui dit non (PROVIDER ou PERSON) et pourquoi.
mutation DeclineReferral($input: DeclineReferralInput!) {
  declineReferral(input: $input) {
    referral { id version reference status decline { side reason comment } }
    userErrors { code message path }
  }
}
`,
    variables: {
      input: { referral: '', expectedVersion: 1, side: 'PROVIDER', reason: 'NO_CAPACITY', comment: '' },
    },
  },
  {
    title: 'Commencer l’accompagnement',
    group: 'Orienter et répondre',
    document: `# Note le premier contact après une acceptation. À remplir : “referral”, “expectedVersion” et la date.
mutation StartReferral($input: StartReferralInput!) {
  startReferral(input: $input) {
    referral { id version reference status viewerCan }
    userErrors { code message path }
  }
}
`,
    variables: { input: { referral: '', expectedVersion: 2, firstContactOn: '{today}' } },
  },
  {
    title: 'Interrompre un accompagnement',
    group: 'Orienter et répondre',
    document: `# Suspend un accompagnement en cours, avec un motif. À remplir : “referral”, “expectedVersion” et “reason”.
mutation HoldReferral($input: HoldReferralInput!) {
  holdReferral(input: $input) {
    referral { id version reference status viewerCan }
    userErrors { code message path }
  }
}
`,
    variables: { input: { referral: '', expectedVersion: 3, reason: 'Formation de six semaines' } },
  },
  {
    title: 'Reprendre un accompagnement',
    group: 'Orienter et répondre',
    document: `# Reprend un accompagnement suspendu, avec un motif. À remplir : “referral”, “expectedVersion” et “reason”.
mutation ResumeReferral($input: ResumeReferralInput!) {
  resumeReferral(input: $input) {
    referral { id version reference status viewerCan }
    userErrors { code message path }
  }
}
`,
    variables: { input: { referral: '', expectedVersion: 4, reason: 'Formation terminée' } },
  },
  {
    title: 'Terminer une orientation',
    group: 'Orienter et répondre',
    document: `# Clôt une orientation acceptée, avec son issue. À remplir : “referral”, “expectedVersion” et “outcome”.
mutation CompleteReferral($input: CompleteReferralInput!) {
  completeReferral(input: $input) {
    referral { id version reference status outcome closedAt }
    userErrors { code message path }
  }
}
`,
    variables: {
      input: { referral: '', expectedVersion: 3, outcome: 'SERVICE_RECEIVED', comment: '' },
    },
  },
  {
    title: 'Annuler une orientation',
    group: 'Orienter et répondre',
    document: `# Annule une orientation, avec un motif que les deux partenaires lisent. À remplir : “referral”, “expectedVersion”, “reason”.
mutation CancelReferral($input: CancelReferralInput!) {
  cancelReferral(input: $input) {
    referral { id version reference status closedAt }
    userErrors { code message path }
  }
}
`,
    variables: {
      input: { referral: '', expectedVersion: 1, reason: 'La personne a trouvé une autre solution' },
    },
  },
  {
    title: 'Signaler une orientation faite par erreur',
    group: 'Orienter et répondre',
    document: `# Dit qu’une orientation n’aurait jamais dû exister, même close. À remplir : “referral”, “expectedVersion” et “reason”.
mutation EnterReferralInError($input: EnterReferralInErrorInput!) {
  enterReferralInError(input: $input) {
    referral { id version reference status closedAt }
    userErrors { code message path }
  }
}
`,
    variables: { input: { referral: '', expectedVersion: 1, reason: 'Envoyée deux fois' } },
  },
  {
    title: 'Orienter de nouveau',
    group: 'Orienter et répondre',
    document: `# Oriente de nouveau la personne d’une orientation close. À remplir : “referral”, “expectedVersion”, et le nouvel accord.
mutation ReferAgain($input: ReferAgainInput!) {
  referAgain(input: $input) {
    referral { id version reference status to { name } formerReferral { reference status } }
    userErrors { code message path }
  }
}
`,
    variables: {
      input: {
        idempotencyKey: '{uuid}',
        referral: '',
        expectedVersion: 2,
        agreedOn: '{today}',
        method: 'ORAL',
      },
    },
  },
];
