import type { SavedOperation } from './operations.js';

/** What one does. */
export const acts: readonly SavedOperation[] = [
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
    title: 'Décliner une orientation',
    group: 'Orienter et répondre',
    document: `# Décline une orientation reçue. À remplir : comme pour accepter, et qui dit non (PROVIDER ou PERSON) et pourquoi.
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
    title: 'Enregistrer une personne',
    group: 'Personnes et partage',
    document: `# Crée le dossier d’une personne que vous accompagnez. À remplir : son identité, et quand elle a été informée.
mutation RegisterPerson($input: RegisterBeneficiaryInput!) {
  registerBeneficiary(input: $input) {
    beneficiary { id firstName lastName referent { name } access { scope basis } }
    userErrors { code message path }
  }
}
`,
    variables: {
      input: {
        idempotencyKey: '{uuid}',
        firstName: '',
        lastName: '',
        birthDate: '2001-04-23',
        district: 'NORTH',
        informedOn: '{today}',
      },
    },
  },
  {
    title: 'Écrire une note',
    group: 'Personnes et partage',
    document: `# Écrit une note dans un dossier. À remplir : “beneficiary”. Le code WORDING signale un texte à revoir ou à confirmer.
mutation WriteNote($input: WriteNoteInput!) {
  writeNote(input: $input) {
    note { id text visibility createdAt }
    userErrors { code message path }
  }
}
`,
    variables: {
      input: {
        idempotencyKey: '{uuid}',
        beneficiary: '',
        text: 'Souhaite un temps partiel jusqu’à la rentrée.',
        visibility: 'SHARED',
        confirmWording: false,
      },
    },
  },
  {
    title: 'Enregistrer un accord de partage',
    group: 'Personnes et partage',
    document: `# Partage un dossier avec l’accord de la personne. À remplir : “beneficiary”, “partner” (leurs “id”) et la portée.
mutation RecordAgreement($input: RecordSharingAgreementInput!) {
  recordSharingAgreement(input: $input) {
    sharing { id partner { name } scope basis since until }
    userErrors { code message path }
  }
}
`,
    variables: {
      input: {
        idempotencyKey: '{uuid}',
        beneficiary: '',
        partner: '',
        scope: 'PATHWAY',
        agreedOn: '{today}',
        method: 'WRITTEN',
      },
    },
  },
  {
    title: 'Retirer un partage',
    group: 'Personnes et partage',
    document: `# Met fin à un partage, aussitôt. À remplir : “sharing”, l’“id” lu dans “Ouvrir un dossier” (sharings).
mutation WithdrawSharing($input: WithdrawSharingInput!) {
  withdrawSharing(input: $input) {
    sharing { id partner { name } scope until }
    userErrors { code message path }
  }
}
`,
    variables: { input: { sharing: '', reason: 'La personne a retiré son accord' } },
  },
];
