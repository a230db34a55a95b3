/*
 * The procurements of the town, with buyers and companies: all invented.
 */

export type CompanyRole = 'HOLDER' | 'AGENCY' | 'SUBCONTRACTOR';

export const companies = [
  ['Bâti Coteaux', 'Gros œuvre', 'HOLDER'],
  ['Génie Civil du Rû', 'Gros œuvre', 'HOLDER'],
  ['Maçonnerie du Moulin Blanc', 'Gros œuvre', 'HOLDER'],
  ['Façades Orion', 'Façades', 'HOLDER'],
  ['Toitures Belvédère', 'Couverture', 'HOLDER'],
  ['Élec Horizon', 'Électricité', 'HOLDER'],
  ['Plomberie Source Vive', 'Plomberie et chauffage', 'HOLDER'],
  ['Menuiserie des Trois Chênes', 'Menuiserie', 'HOLDER'],
  ['Peintures Sept Couleurs', 'Peinture', 'HOLDER'],
  ['Isolation Cap Sud', 'Isolation', 'HOLDER'],
  ['Ascenseurs Altitude', 'Ascenseurs', 'HOLDER'],
  ['Voirie Nouvelle', 'Voirie et réseaux', 'HOLDER'],
  ['Paysages du Plateau', 'Espaces verts', 'HOLDER'],
  ['Propreté Lumière', 'Propreté', 'HOLDER'],
  ['Déconstruction Granit', 'Démolition', 'HOLDER'],
  ['Coup de Pouce Intérim', 'Travail temporaire d’insertion', 'AGENCY'],
  ['Tremplin Intérim', 'Travail temporaire d’insertion', 'AGENCY'],
  ['Boussole Intérim', 'Travail temporaire', 'AGENCY'],
  ['Groupement Bâtir Demain', 'Groupement d’employeurs', 'AGENCY'],
  ['Passerelle Chantiers', 'Travail temporaire d’insertion', 'AGENCY'],
  ['Cloisons Équerre', 'Plâtrerie', 'SUBCONTRACTOR'],
  ['Carrelages Mosaïque', 'Carrelage', 'SUBCONTRACTOR'],
  ['Étanchéité Ondine', 'Étanchéité', 'SUBCONTRACTOR'],
  ['Nettoyage Clair Matin', 'Nettoyage de chantier', 'SUBCONTRACTOR'],
  ['Clôtures Haie Vive', 'Clôtures et plantations', 'SUBCONTRACTOR'],
  ['Serrurerie Point d’Or', 'Serrurerie', 'SUBCONTRACTOR'],
] as const satisfies readonly (readonly [name: string, sector: string, CompanyRole])[];

export type CompanyName = (typeof companies)[number][0];

/** A planned lot; `size` is its share of all hours. */
export type LotPlan = readonly [
  name: string,
  holder: CompanyName,
  startsOn: string,
  months: number,
  size: number,
  /** Whether the committed hours exceed the expected ones. */
  short?: 'SHORT',
];

export const procurements: readonly (readonly [
  signedOn: string,
  name: string,
  buyer: string,
  lots: readonly LotPlan[],
])[] = [
  [
    '2022-05-16',
    'Construction d’un groupe scolaire',
    'Ville de Bagneux',
    [
      ['Gros œuvre', 'Bâti Coteaux', '2022-09-01', 24, 8],
      ['Électricité', 'Élec Horizon', '2023-03-01', 18, 4],
      ['Peinture', 'Peintures Sept Couleurs', '2023-09-01', 14, 3],
    ],
  ],
  [
    '2022-09-12',
    'Réhabilitation de 180 logements',
    'Logis du Plateau',
    [
      ['Façades', 'Façades Orion', '2022-12-01', 24, 6],
      ['Couverture', 'Toitures Belvédère', '2023-01-02', 20, 4],
      ['Plomberie et chauffage', 'Plomberie Source Vive', '2023-03-01', 20, 5],
      ['Menuiseries', 'Menuiserie des Trois Chênes', '2023-04-03', 18, 4],
    ],
  ],
  [
    '2022-11-21',
    'Entretien des espaces publics 2023-2024',
    'Ville de Bagneux',
    [
      ['Espaces verts', 'Paysages du Plateau', '2023-01-02', 24, 5],
      ['Propreté', 'Propreté Lumière', '2023-01-02', 24, 6],
    ],
  ],
  [
    '2023-02-06',
    'Aménagement d’une place',
    'Vallée Sud - Grand Paris',
    [['Voirie et réseaux', 'Voirie Nouvelle', '2023-05-02', 14, 4]],
  ],
  [
    '2023-05-22',
    'Construction de 95 logements',
    'Promotion Clairval',
    [
      ['Gros œuvre', 'Génie Civil du Rû', '2023-09-01', 18, 7],
      ['Isolation', 'Isolation Cap Sud', '2024-01-02', 14, 4],
      ['Second œuvre', 'Menuiserie des Trois Chênes', '2024-03-01', 14, 4],
    ],
  ],
  [
    '2023-10-09',
    'Rénovation thermique d’un gymnase',
    'Ville de Bagneux',
    [
      ['Isolation', 'Isolation Cap Sud', '2024-01-02', 12, 3],
      ['Électricité', 'Élec Horizon', '2024-02-01', 11, 3],
    ],
  ],
  [
    '2023-12-04',
    'Démolition et dépollution d’un îlot',
    'Vallée Sud - Grand Paris',
    [['Démolition', 'Déconstruction Granit', '2024-02-01', 11, 3, 'SHORT']],
  ],
  [
    '2024-03-11',
    'Construction d’une crèche',
    'Ville de Bagneux',
    [
      ['Gros œuvre', 'Maçonnerie du Moulin Blanc', '2024-06-03', 14, 5],
      ['Menuiseries', 'Menuiserie des Trois Chênes', '2024-10-01', 12, 3],
      ['Espaces verts', 'Paysages du Plateau', '2025-01-02', 9, 2],
    ],
  ],
  [
    '2024-06-24',
    'Réhabilitation de 240 logements',
    'Logis du Plateau',
    [
      ['Façades', 'Façades Orion', '2024-09-02', 24, 6],
      ['Ascenseurs', 'Ascenseurs Altitude', '2024-11-04', 20, 3],
      ['Peinture', 'Peintures Sept Couleurs', '2025-01-02', 20, 5],
      ['Plomberie et chauffage', 'Plomberie Source Vive', '2025-01-02', 18, 5],
    ],
  ],
  [
    '2024-11-18',
    'Entretien des espaces publics 2025-2026',
    'Ville de Bagneux',
    [
      ['Espaces verts', 'Paysages du Plateau', '2025-01-02', 26, 5],
      ['Propreté', 'Propreté Lumière', '2025-01-02', 26, 6],
    ],
  ],
  [
    '2025-03-17',
    'Construction de 130 logements',
    'Foncière Belle Étoile',
    [
      ['Gros œuvre', 'Bâti Coteaux', '2025-06-02', 20, 8],
      ['Couverture', 'Toitures Belvédère', '2025-10-01', 16, 3, 'SHORT'],
      ['Électricité', 'Élec Horizon', '2026-01-05', 14, 4],
    ],
  ],
  [
    '2025-09-08',
    'Requalification d’une avenue',
    'Vallée Sud - Grand Paris',
    [
      ['Voirie et réseaux', 'Voirie Nouvelle', '2025-11-03', 15, 5],
      ['Plantations', 'Paysages du Plateau', '2026-02-02', 12, 2, 'SHORT'],
    ],
  ],
  [
    '2026-01-26',
    'Extension d’une médiathèque',
    'Ville de Bagneux',
    [
      ['Gros œuvre', 'Maçonnerie du Moulin Blanc', '2026-03-02', 12, 5],
      ['Isolation', 'Isolation Cap Sud', '2026-04-01', 11, 4],
    ],
  ],
  [
    '2026-05-11',
    'Rénovation de 60 logements',
    'Promotion Clairval',
    [['Second œuvre', 'Génie Civil du Rû', '2026-07-01', 9, 5]],
  ],
];
