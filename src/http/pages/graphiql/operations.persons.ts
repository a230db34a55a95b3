import type { SavedOperation } from './saved-operation.js';

/** Operations for files and sharing. */
export const personOperations: readonly SavedOperation[] = [
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
  {
    title: 'Retirer tout accès à un partenaire',
    group: 'Personnes et partage',
    document: `# Met fin à tout ce qu’un partenaire voit d’une personne, aussitôt, et annule les orientations en cours vers lui. À remplir : “beneficiary” et “partner”.
mutation WithdrawFromPartner($input: WithdrawFromPartnerInput!) {
  withdrawFromPartner(input: $input) {
    sharings { id scope endedAt }
    userErrors { code message path }
  }
}
`,
    variables: { input: { beneficiary: '', partner: '', reason: 'La personne a retiré son accord' } },
  },
];
