import { day, timeOf, workingTime } from './calendar.js';
import type { RoadmapItemRow } from './common-rows.js';
import type { Directory, Slug } from './partners.js';
import { Random } from './random.js';

/** The items of the committee's roadmap with owner and due date: all invented. */
const items: readonly (readonly [
  decidedOn: string,
  dueOn: string,
  owner: Slug,
  state: RoadmapItemRow['state'],
  indicator: RoadmapItemRow['indicator'],
  target: number | null,
  /** The days of the later changes. */
  changedOn: readonly string[],
  title: string,
  description: string,
])[] = [
  [
    ...(['2024-01-18', '2024-12-31', 'ville-de-bagneux', 'DONE', 'YOUNG_PEOPLE', 700] as const),
    ['2024-02-05', '2025-01-20'],
    'Aller vers les jeunes qui ne viennent pas',
    'Tenir une permanence commune par mois dans chaque quartier, avec les quatre associations.',
  ],
  [
    ...(['2024-01-18', '2026-12-31', 'ville-de-bagneux', 'UNDER_WAY', 'CLAUSE_HOURS', 50_000] as const),
    ['2024-02-12', '2025-01-21', '2026-01-15'],
    'Tenir les heures de la charte de la construction',
    'Faire le point chaque trimestre avec les entreprises de chaque lot et proposer des candidatures aux lots en retard.',
  ],
  [
    ...(['2024-01-18', '2025-12-31', 'vs2e', 'DONE', 'REFERRAL_ACCEPTANCE_RATE', 0.7] as const),
    ['2024-03-04', '2026-01-12'],
    'Mieux orienter du premier coup',
    'Décrire les conditions d’entrée de chaque offre pour que moins d’orientations soient refusées.',
  ],
  [
    ...(['2025-01-23', '2026-12-31', 'csc', 'UNDER_WAY', 'ANSWERED_WITHIN_5_DAYS', 0.6] as const),
    ['2025-02-10'],
    'Répondre en cinq jours',
    'Chaque partenaire désigne qui relève les orientations reçues, y compris pendant les congés.',
  ],
  [
    ...(['2025-01-23', '2026-06-30', 'club-relais', 'UNDER_WAY', 'LOOP_CLOSURE_RATE', 0.8] as const),
    ['2025-03-17', '2026-07-02'],
    'Dire à chacun ce que son orientation est devenue',
    'Clore chaque orientation acceptée avec son résultat, relances comprises.',
  ],
  [
    ...(['2025-01-23', '2025-10-31', 'regie-de-quartier', 'DROPPED', null, null] as const),
    ['2025-02-24', '2025-09-15'],
    'Ouvrir un chantier d’insertion commun',
    'Étudier un chantier porté à plusieurs sur l’entretien des espaces verts.',
  ],
  [
    ...(['2026-01-22', '2026-12-31', 'france-travail', 'UNDER_WAY', 'DURABLE_EXITS', 180] as const),
    ['2026-02-09'],
    'Transformer les missions en emplois durables',
    'Un bilan commun avec l’entreprise avant la fin de chaque contrat de la clause.',
  ],
  [
    ...(['2026-01-22', '2026-12-18', 'ville-de-bagneux', 'UNDER_WAY', 'FORUM_FIRST_TIME', 120] as const),
    ['2026-03-02', '2026-10-12'],
    'Faire venir aux forums celles et ceux que personne ne connaît',
    'Deux forums de quartier et le forum Déclic Emploi, annoncés par les associations et les gardiens d’immeubles.',
  ],
  [
    ...(['2026-01-22', '2027-06-30', 'aspe', 'PLANNED', 'QUALIFYING_EXITS', 60] as const),
    [],
    'Ouvrir davantage de formations qualifiantes',
    'Recenser avec les organismes les places ouvertes toute l’année et les positionner ensemble.',
  ],
];

/** Generates the roadmap. */
export function roadmapRows(directory: Directory): RoadmapItemRow[] {
  const random = new Random('roadmap');
  const coordinator = directory.holder('COORDINATOR');
  return items.map(
    ([decidedOn, dueOn, owner, state, indicator, target, changedOn, title, description]): RoadmapItemRow => {
      const createdAt = workingTime(random, day(decidedOn));
      const last = changedOn.at(-1);
      return {
        id: random.id(createdAt),
        title,
        description,
        owner_id: directory.get(owner).id,
        due_on: dueOn,
        state,
        indicator,
        target,
        version: 1 + changedOn.length,
        created_by_id: coordinator,
        created_at: timeOf(createdAt),
        updated_at: timeOf(last ? workingTime(random, day(last)) : createdAt),
      };
    },
  );
}
