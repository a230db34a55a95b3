import type { SavedOperation } from './saved-operation.js';

/** Queries and subscriptions. */
export const readOperations: readonly SavedOperation[] = [
  {
    title: 'Qui suis-je ?',
    group: 'Consulter',
    document: `# Dit qui est connecté, pour quel partenaire et dans quel rôle. Rien à remplir.
query WhoAmI {
  viewer {
    role
    member { id name }
    partner { id slug name kind }
  }
}
`,
  },
  {
    title: 'Les partenaires',
    group: 'Consulter',
    document: `# Liste les partenaires du hub. Leur “id” sert à orienter ou à partager. Rien à remplir.
query Partners($first: Int, $after: String) {
  partners(first: $first, after: $after) {
    nodes { id slug name kind }
    pageInfo { hasNextPage endCursor }
  }
}
`,
    variables: { first: 50, after: null },
  },
  {
    title: 'Chercher une personne',
    group: 'Consulter',
    document: `# Cherche parmi les personnes que vous pouvez voir. À remplir : “search”, le début d’un nom ou d’un prénom.
query FindPerson($search: String) {
  beneficiaries(first: 20, filter: { search: $search }, orderBy: NAME) {
    totalCount
    nodes { id firstName lastName birthDate district referent { name } }
  }
}
`,
    variables: { search: 'mar' },
  },
  {
    title: 'Ouvrir un dossier',
    group: 'Consulter',
    document: `# Ouvre le dossier partagé d’une personne. À remplir : “id”, trouvé par “Chercher une personne”.
query OpenFile($id: ID!) {
  beneficiary(id: $id) {
    firstName
    lastName
    birthDate
    district
    referent { name }
    access { scope basis since until }
    sharings { id partner { name } scope basis since until }
    contacts { kind value preferred }
    criteria { key since until }
    barriers(first: 10) { nodes { theme status note } }
    appointments(first: 10) { nodes { at subject place status } }
    notes(first: 10) { nodes { text visibility createdAt partner { name } } }
    pathways(first: 10, orderBy: NEWEST) {
      nodes {
        id
        partner { name }
        objective
        status
        startedOn
        closedOn
        steps(first: 20) {
          totalCount
          nodes { kind title occurredOn visibility partner { name } }
        }
      }
    }
    referrals(first: 10, orderBy: NEWEST) {
      nodes { id reference from { name } to { name } purpose status sentAt }
    }
  }
}
`,
    variables: { id: '' },
  },
  {
    title: 'Qui voit ce dossier ?',
    group: 'Consulter',
    document: `# Montre qui voit le dossier d’une personne et qui l’a consulté. À remplir : “id”.
query AccessSheet($id: ID!) {
  accessSheet(beneficiary: $id) {
    grants { partner { name } inForce scope basis since until agreedOn method endedAt }
    looks { day partner { name } roles vias times }
  }
}
`,
    variables: { id: '' },
  },
  {
    title: 'Orientations reçues',
    group: 'Consulter',
    document: `# Les orientations que vous avez reçues, et ce que vous pouvez en faire. “id” et “version” servent à répondre.
query Inbox($first: Int, $after: String, $filter: ReferralFilter) {
  referrals(box: INBOX, first: $first, after: $after, filter: $filter, orderBy: NEWEST) {
    totalCount
    nodes {
      id
      version
      reference
      beneficiary { id firstName lastName }
      from { name }
      to { name }
      purpose
      priority
      status
      sentAt
      viewerCan
    }
    pageInfo { hasNextPage endCursor }
  }
}
`,
    variables: { first: 20, after: null, filter: { status: ['REQUESTED', 'IN_REVIEW'] } },
  },
  {
    title: 'Orientations envoyées',
    group: 'Consulter',
    document: `# Les orientations que vous avez envoyées, avec la réponse et l’historique de chacune. Rien à remplir.
query Outbox($first: Int, $after: String) {
  referrals(box: OUTBOX, first: $first, after: $after, orderBy: NEWEST) {
    totalCount
    nodes {
      id
      version
      reference
      beneficiary { id firstName lastName }
      to { name }
      purpose
      status
      sentAt
      seenAt
      answeredAt
      closedAt
      decline { side reason comment }
      outcome
      viewerCan
      transitions { from to at by { name } reason }
    }
    pageInfo { hasNextPage endCursor }
  }
}
`,
    variables: { first: 20, after: null },
  },
  {
    title: 'Écouter les orientations en direct',
    group: 'Suivre en direct',
    document: `# Reste à l’écoute : chaque envoi ou réponse arrive aussitôt. “after” : un curseur pour reprendre, sinon null.
subscription ListenToReferrals($after: String) {
  referralEvents(after: $after) {
    cursor
    kind
    at
    by { name }
    referral {
      id
      version
      reference
      status
      priority
      purpose
      beneficiary { id firstName lastName }
      from { name }
      to { name }
      viewerCan
    }
  }
}
`,
    variables: { after: null },
  },
  {
    title: 'Rattraper les événements manqués',
    group: 'Suivre en direct',
    document: `# Relit les événements depuis un curseur, du plus ancien au plus récent. À remplir : “after”, le dernier curseur vu.
query CatchUp($first: Int, $after: String) {
  referralEvents(first: $first, after: $after) {
    nodes {
      cursor
      kind
      at
      by { name }
      referral { id reference status from { name } to { name } }
    }
    pageInfo { hasNextPage endCursor }
  }
}
`,
    variables: { first: 50, after: null },
  },
];
