import type { ExhibitorRow, ForumRow } from './common-rows.js';
import type { Slug } from './partners.js';

/*
 * Facts (TOWN.md): there are two forums a year, one in the north and one in the south; the exhibitors other than
 * employers; the coming forum for Vallée Sud - Grand Paris. Invented: days, other places and employers.
 */

export const forums: readonly (readonly [
  heldOn: string,
  area: ForumRow['area'],
  name: string,
  place: string,
])[] = [
  ['2023-03-30', 'NORTH', 'Forum pour l’emploi, printemps 2023', 'Gymnase du nord de la ville'],
  ['2023-10-12', 'SOUTH', 'Forum pour l’emploi, automne 2023', 'Salle des fêtes du sud de la ville'],
  ['2024-04-04', 'NORTH', 'Forum pour l’emploi, printemps 2024', 'Gymnase du nord de la ville'],
  ['2024-10-10', 'SOUTH', 'Forum pour l’emploi, automne 2024', 'Salle des fêtes du sud de la ville'],
  ['2025-03-27', 'NORTH', 'Forum pour l’emploi, printemps 2025', 'Gymnase du nord de la ville'],
  ['2025-10-09', 'SOUTH', 'Forum pour l’emploi, automne 2025', 'Salle des fêtes du sud de la ville'],
  ['2026-03-26', 'NORTH', 'Forum pour l’emploi, printemps 2026', 'Gymnase du nord de la ville'],
  ['2026-10-08', 'SOUTH', 'Forum pour l’emploi, automne 2026', 'Salle des fêtes du sud de la ville'],
  ['2026-12-10', 'NORTH', 'Forum Déclic Emploi (Vallée Sud - Grand Paris)', 'Espace Léo Ferré'],
];

/** Exhibitors at every forum. */
export const stands: readonly (readonly [name: string, kind: ExhibitorRow['kind'], partner?: Slug])[] = [
  ['VS2E', 'PUBLIC_SERVICE', 'vs2e'],
  ['France Travail', 'PUBLIC_SERVICE', 'france-travail'],
  ['École de la seconde chance', 'TRAINING'],
  ['École française des femmes', 'TRAINING'],
  ['CSC', 'ASSOCIATION', 'csc'],
  ['Club Relais', 'ASSOCIATION', 'club-relais'],
  ['ASPE', 'ASSOCIATION', 'aspe'],
  ['Régie de quartier', 'ASSOCIATION', 'regie-de-quartier'],
];

/** Exhibitors at some forums. */
export const guests: readonly (readonly [name: string, kind: ExhibitorRow['kind'], partner?: Slug])[] = [
  ['Département', 'PUBLIC_SERVICE', 'departement'],
  ['Organisme de formation Cap Métiers', 'TRAINING'],
  ['Apprentis du Plateau', 'TRAINING'],
  ['Roulez Emploi', 'ASSOCIATION'],
  ['Bâti Coteaux', 'EMPLOYER'],
  ['Voirie Nouvelle', 'EMPLOYER'],
  ['Propreté Lumière', 'EMPLOYER'],
  ['Paysages du Plateau', 'EMPLOYER'],
  ['Coup de Pouce Intérim', 'EMPLOYER'],
  ['Tremplin Intérim', 'EMPLOYER'],
  ['Halle des Quatre Saisons', 'EMPLOYER'],
  ['Logistique Grand Angle', 'EMPLOYER'],
  ['Cuisines du Partage', 'EMPLOYER'],
  ['Mobilités du Sud', 'EMPLOYER'],
  ['Aide à Domicile Bel Âge', 'EMPLOYER'],
  ['Crèches Petit Nuage', 'EMPLOYER'],
];
