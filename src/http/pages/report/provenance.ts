import { subjectLabels, type YearlyReport } from '../../../features/committee/index.js';
import { type Language, longDay, longMoment } from '../../../i18n.js';
import { hasMargin } from './figures.js';
import { type Html, html } from './html.js';
import { words } from './words.js';

/** Says which release the figures are from, whether they are exact, and which revisions a closed year has. */
export function renderProvenance(
  { release, indicators, closings, partners }: YearlyReport,
  language: Language,
): Html {
  const label = (word: keyof typeof words) => words[word][language];
  const hasMargins = indicators.flatMap((it) => [it, ...it.byPartner]).some(hasMargin);
  const absent = release.missing.map((partner) => partners.get(partner) ?? '').join(', ');
  const missing = absent && html`<strong>${label('missing')}${label('colon')} ${absent}.</strong>`;
  const revisions = closings.filter(({ revision }) => revision > 0);
  return html`<p>${label('release')} ${dayOf(release, language)} (${label('dataAsOf')} ${longMoment(release.madeAt, language)}). ${missing}</p>
      <p><strong>${label(closings.length > 0 ? 'closed' : 'provisional')}</strong> ${hasMargins ? label('margins') : null} ${label('protection')}</p>
      ${
        revisions.length === 0
          ? null
          : html`<ul class="revisions">${revisions.map(
              ({ revision, madeAt, subject, reason }) =>
                html`<li>${label('revision')} ${revision} ${label('of')} ${longMoment(madeAt, language)}, ${subjectLabels[subject][language].toLowerCase()}${label('colon')} ${reason}</li>`,
            )}</ul>`
      }`;
}

/** The day of a release, a first of the month: 1er novembre 2026. */
function dayOf({ asOf }: YearlyReport['release'], language: Language): string {
  const day = longDay(asOf, language);
  return language === 'fr' ? day.replace(/^1 /, '1er ') : day;
}
