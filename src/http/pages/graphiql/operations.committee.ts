import type { SavedOperation } from './saved-operation.js';

/** Queries for the steering committee and the clause facilitator. */
export const committeeOperations: readonly SavedOperation[] = [
  {
    title: 'Les indicateurs de l’année',
    group: 'Comité de pilotage',
    document: `# Les indicateurs recalculés, à côté des chiffres publiés. À remplir : l’année, par ses deux bornes.
query Indicators($period: PeriodInput!) {
  committee {
    indicators(period: $period) {
      label
      value
      unit
      state
      denominator
      published { value label source }
      byPartner { partner { name } value state }
      definition
    }
  }
}
`,
    variables: { period: { from: '2024-01-01', until: '2025-01-01' } },
  },
  {
    title: 'Poser une question',
    group: 'Comité de pilotage',
    document: `# Une question libre, dans des listes fermées. Essayez d’autres sujets, mesures et découpages.
query Ask($input: AnalysisInput!) {
  committee {
    analysis(input: $input) {
      columns { label }
      rows { dimensions measures withheld }
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
        by: ['PARTNER'],
        period: { from: '2024-01-01', until: '2025-01-01' },
      },
    },
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
