import type { SavedOperation } from './saved-operation.js';

/** Operations for the steering committee, the coordinator and the clause facilitator. */
export const committeeOperations: readonly SavedOperation[] = [
  {
    title: 'Les arrêtés des chiffres',
    group: 'Comité de pilotage',
    document: `# Les arrêtés parus, le dernier d’abord : leur date, leurs partenaires, et le niveau de protection. Rien à remplir.
query Releases {
  committee {
    releases {
      asOf
      madeAt
      level
      partners { name }
      missing { name }
      definitions { subject version consolidationDays }
    }
  }
}
`,
  },
  {
    title: 'Les indicateurs d’un arrêté',
    group: 'Comité de pilotage',
    document: `# Les indicateurs d’une période, à côté des chiffres publiés. À remplir : la période, et “release”, le jour de l’arrêté (sans lui, le dernier).
query Indicators($period: PeriodInput!, $release: Date) {
  committee {
    indicators(period: $period, release: $release) {
      release { asOf }
      label
      value
      margin
      unit
      state
      exact
      denominator
      published { value label source }
      byPartner { partner { name } value margin state exact }
      definition
    }
  }
}
`,
    variables: { period: { from: '2024-01-01', until: '2025-01-01' }, release: null },
  },
  {
    title: 'Ce qu’on peut demander',
    group: 'Comité de pilotage',
    document: `# Par sujet : les mesures, les découpages que chaque durée permet, et les valeurs que prend un filtre. Rien à remplir.
query AnalysisOptions {
  committee {
    analysisOptions {
      subjects {
        subject
        definition
        consolidationDays
        measures { measure label spans { span splits } }
        dimensions { dimension label values { key label } }
      }
    }
  }
}
`,
  },
  {
    title: 'Poser une question',
    group: 'Comité de pilotage',
    document: `# Une question libre, dans des listes fermées. Ici, les jeunes par partenaire et semestre. Chaque chiffre a sa marge, ou dit pourquoi il manque.
query Ask($input: AnalysisInput!) {
  committee {
    analysis(input: $input) {
      release { asOf level }
      columns { key label }
      rows { keys dimensions measures margins states }
      withheldCells
      definition
      dataAsOf
    }
  }
}
`,
    variables: {
      input: {
        subject: 'PATHWAYS',
        measures: ['DISTINCT_PEOPLE', 'COUNT'],
        by: ['HALF_YEAR', 'PARTNER'],
        period: { from: '2024-01-01', until: '2026-01-01' },
        filter: { values: [{ dimension: 'UNDER_26', key: 'YES' }] },
      },
    },
  },
  {
    title: 'Clore une année',
    group: 'Comité de pilotage',
    document: `# Rend exacts et définitifs les chiffres d’une année complète. Pour la coordination ; on ne revient pas en arrière. À remplir : “year”.
mutation CloseYear($input: CloseYearInput!) {
  closeYear(input: $input) {
    closedYears { year subject revision madeAt }
    userErrors { code message path }
  }
}
`,
    variables: { input: { idempotencyKey: '{uuid}', year: 2025 } },
  },
  {
    title: 'Corriger une année close',
    group: 'Comité de pilotage',
    document: `# Recompte un sujet d’une année close : une révision par an, avec sa raison, que le comité lit. Pour la coordination. À remplir : “reason”, sans nommer personne.
mutation ReviseYear($input: ReviseYearInput!) {
  reviseYear(input: $input) {
    closedYears { year subject revision madeAt reason }
    userErrors { code message path }
  }
}
`,
    variables: { input: { idempotencyKey: '{uuid}', year: 2025, subject: 'CLAUSE_HOURS', reason: '' } },
  },
  {
    title: 'Choisir la protection des chiffres',
    group: 'Comité de pilotage',
    document: `# Choisit le niveau de protection, avant le premier arrêté : STRICT, DEFAULT ou YEARLY. Pour le délégué à la protection des données de la ville.
mutation ChooseProtection($input: ChooseProtectionInput!) {
  chooseProtection(input: $input) {
    userErrors { code message path }
  }
}
`,
    variables: { input: { idempotencyKey: '{uuid}', level: 'DEFAULT' } },
  },
  {
    title: 'Faire un arrêté manqué',
    group: 'Comité de pilotage',
    document: `# Fait un arrêté qui n’a pas pu paraître le premier du mois. Pour la coordination. À remplir : “asOf”, un premier du mois.
mutation MakeRelease($input: MakeReleaseInput!) {
  makeRelease(input: $input) {
    due { asOf }
    userErrors { code message path }
  }
}
`,
    variables: { input: { idempotencyKey: '{uuid}', asOf: '2026-11-01' } },
  },
  {
    title: 'La feuille de route',
    group: 'Comité de pilotage',
    document: `# Les actions de la feuille de route, avec leur responsable et leur échéance. Rien à remplir.
query Roadmap {
  roadmap(first: 50) {
    nodes { title state dueOn indicator owner { name } }
  }
}
`,
  },
  {
    title: 'Les lots de la clause',
    group: 'Clause d’insertion',
    document: `# Par lot, les heures dues, faites et prévues, et ce qui manque. Rien à remplir.
query Lots {
  lots(first: 20) {
    nodes {
      name
      hoursCommitted
      hoursDone
      hoursForecast
      shortfall { since hoursForecast }
      months { month due done forecast }
    }
  }
}
`,
  },
  {
    title: 'Les forums',
    group: 'Forums',
    document: `# Les forums de l’emploi, avec leurs exposants et leur fréquentation. Rien à remplir.
query Forums {
  forums(first: 10) {
    nodes { name heldOn area place headcount exhibitors(first: 30) { nodes { name kind } } }
  }
}
`,
  },
];
