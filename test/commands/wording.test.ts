import { describe, expect, it } from '@jest/globals';
import { Refusal } from '../../src/commands/refusal.js';
import { findings } from '../../src/commands/sensitive-text/find.js';
import { checkWording } from '../../src/commands/sensitive-text/index.js';
import { expectSoon } from '../kit/figures.js';

const categoriesIn = (text: string) =>
  [...new Set(findings(text).map(({ category }) => category))].sort().join(' ');

describe('the check of shared texts finds', () => {
  it.each([
    ['HEALTH', 'Il est en dépression depuis mars'],
    ['HEALTH', 'DÉPRESSIVE et fatiguée'],
    ['HEALTH', 'd\u00e9\u200bpression'],
    ['HEALTH', 'de\u0301pression'],
    ['HEALTH', 'Suivi psychologique en cours'],
    ['HEALTH', 'voit une psychiatre'],
    ['HEALTH', 'troubles   psychiques'],
    ['HEALTH', 'A la RQTH et touche l’AAH'],
    ['HEALTH', 'Personne handicapée, ne porte pas'],
    ['HEALTH', 'problèmes de santé'],
    ['HEALTH', 'Des problèmes d’alcool, alcoolique'],
    ['HEALTH', 'Enceinte de 3 mois'],
    ['HEALTH', 'Elle est enceinte.'],
    ['HEALTH', 'En arrêt maladie jusqu’en mai'],
    ['HEALTH', 'a été hospitalisé deux semaines'],
    ['HEALTH', 'Diabétique'],
    ['HEALTH', 'a fait une tentative de suicide'],
    ['HEALTH', 'sous antidépresseurs'],
    ['HEALTH', 'séropositif'],
    ['HEALTH', 'Toxicomane, en sevrage'],
    ['HEALTH', 'Burn-out l’an dernier'],
    ['JUDICIAL', 'Sort de prison, sous bracelet électronique'],
    ['JUDICIAL', 'Suivi par le SPIP'],
    ['JUDICIAL', 'A un casier judiciaire'],
    ['JUDICIAL', 'a été condamnée à six mois avec sursis'],
    ['JUDICIAL', 'placé en garde à vue'],
    ['JUDICIAL', 'Travail d’intérêt général (TIG) en cours'],
    ['JUDICIAL', 'récidiviste'],
    ['JUDICIAL', 'écroué en mai'],
    ['JUDICIAL', 'Fiché S'],
    ['JUDICIAL', 'habite rue de la Paix, sort de prison'],
    ['JUDICIAL', 'convoqué au tribunal correctionnel'],
    ['ORIGIN', 'd’origine algérienne'],
    ['ORIGIN', 'de nationalité malienne'],
    ['ORIGIN', 'Famille sénégalaise'],
    ['ORIGIN', 'Réfugiée, en attente de l’OFPRA'],
    ['ORIGIN', 'sans-papiers'],
    ['ORIGIN', 'Sous OQTF depuis juin'],
    ['ORIGIN', 'né en Tunisie'],
    ['ORIGIN', 'une jeune Guinéenne'],
    ['ORIGIN', 'ressortissant russe'],
    ['ORIGIN', 'une personne noire'],
    ['ORIGIN', 'Arrivée du Maroc en 2020'],
    ['ORIGIN', 'originaire de Côte d’Ivoire'],
    ['ORIGIN', 'Origine : Mali'],
    ['ORIGIN', 'gens du voyage'],
    ['RELIGION', 'Musulmane pratiquante'],
    ['RELIGION', 'ne travaille pas pendant le ramadan'],
    ['RELIGION', 'de religion juive'],
    ['RELIGION', 'Témoin de Jéhovah'],
    ['RELIGION', 'catholique'],
    ['UNION', 'syndiquée à la CGT'],
    ['UNION', 'Délégué du personnel chez son ancien employeur'],
    ['UNION', 'a fait grève'],
    ['NUMBERS', 'IBAN FR76 3000 6000 0112 3456 7890 189'],
    ['NUMBERS', 'passeport 12AB34567'],
    ['NUMBERS', 'Identifiant 1234567A'],
    ['NUMBERS', 'n° fiscal 1234567890123'],
    ['NUMBERS', 'CAF allocataire n° 7654321'],
    ['NUMBERS', 'numéro étranger 9912345678'],
  ])('%s in “%s”', (category, text) => {
    expect(categoriesIn(text).split(' ')).toContain(category);
  });
});

it.each([
  'Cours de santé publique',
  'Formation aux métiers de la santé',
  'Veut devenir aide-soignante ou infirmière à l’hôpital',
  'Dossier à la caisse primaire d’assurance maladie',
  'Préparateur de médicaments en pharmacie',
  'Référent handicap de l’entreprise à rencontrer',
  'Accompagnante d’élèves en situation de handicap',
  'Le mur d’enceinte de la mairie est à peindre',
  'Enceinte sportive à nettoyer',
  'Surveillant de prison : inscription au concours',
  'Inscription au tribunal de commerce pour la micro-entreprise',
  'Syndicat d’initiative : poste d’accueil',
  'Gardien pour un syndicat de copropriété',
  'Cuisine marocaine : un restaurant italien embauche',
  'Parle arabe, portugais et anglais',
  'Langue des signes : formation',
  'Travail le dimanche matin rue de l’Église',
  'Rue de la Prison, 3e étage',
  'Secours catholique : bénévolat',
  'Trafic routier dense, partir tôt',
  'Ça vaut la peine de rappeler',
  'Diagnostic socio-professionnel fait',
  'Voit bien la suite, cherche un cariste (CACES)',
  'Permis B à passer, voile et vélo le week-end',
  'Appeler le 06 12 34 56 78 ou le 0612345678 ou +33612345678',
  'SIRET 123 456 789 00012, réf. 2026-000123',
  'Du 2024-03-15 au 2024-04-15, 14:30, 12 500,00 €',
  'A cancéré la courroie', // A term inside a word does not count.
  'Ajusteur : vis, écrous et boulons',
  'Gel hydro-alcoolique fourni',
  'Adresse invalide, courrier revenu',
  'Vente d’alcool interdite aux mineurs : formation de caisse',
  'Dans l’incapacité de venir mardi',
  'Détention du permis B exigée',
  'Cette offre l’interpelle',
  'Soudeur MIG et TIG, soudure à l’arc et TIG inox',
  'Remplir la fiche s’il le souhaite',
  'Appeler France Travail 0612345678, CAF 92220 Bagneux',
  'Permis européen, droit de la Communauté européenne',
  'Travail au noir refusé, madame Blanc est la conseillère',
  'Née en 1990, vit à Bagneux',
  'Secteur droguerie, beurre et œufs, messagerie',
  'Jean-Baptiste est son parrain',
  'Find work, and a first talk',
])('the check of shared texts accepts “%s”', (text) => {
  expect(findings(text)).toEqual([]);
});

describe('checkWording', () => {
  const refusalOf = (text: string, confirmed?: boolean) => {
    try {
      checkWording('a.text', text, confirmed);
    } catch (error) {
      return (error as Refusal).reasons[0];
    }
    return undefined;
  };

  it('reports the words, their positions and the field, in both languages', () => {
    const reason = refusalOf('Elle est\nen dépression, syndiquée');
    expect(reason).toMatchObject({ code: 'WORDING', path: ['input', 'a', 'text'] });
    expect(reason?.text.fr).toContain('santé : « dépression » (caractère 13)');
    expect(reason?.text.fr).toContain('engagement syndical : « syndiquée » (caractère 25)');
    expect(reason?.text.en).toContain('health: “dépression” (character 13)');
    expect(reason?.passages).toEqual([
      { start: 12, length: 10 },
      { start: 24, length: 9 },
    ]);
  });

  it('reports the right position after surrogate pairs, ligatures and invisible characters', () => {
    const text = '😀\u200b œuvre  à la\tprison';
    const [found] = findings(text);
    expect(found).toMatchObject({ words: 'prison', at: text.indexOf('prison') + 1 });
  });

  it('never repeats the digits of an identification number', () => {
    expect(refusalOf('passeport 12AB34567')?.text.fr).not.toMatch(/12AB|34567/);
  });

  it('accepts a confirmed text, except with a national identification number', () => {
    expect(refusalOf('en dépression', true)).toBeUndefined();
    expect(refusalOf('1 85 12 75 108 123 45', true)).toMatchObject({ code: 'INVALID' });
    expect(refusalOf('1 85 12 75 108 123 45')).toMatchObject({ code: 'INVALID' });
  });

  it('checks adversarial texts of the maximum length in less than 200 ms', () => {
    for (const text of [
      'rue de la '.repeat(500),
      'a '.repeat(2500),
      'problemes de '.repeat(380),
      '1 '.repeat(2500),
    ]) {
      const start = performance.now();
      findings(text);
      expectSoon(performance.now() - start, 200);
    }
  });
});
