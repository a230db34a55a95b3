import { say, wireSignIn } from './bar.js';
import { headersOf, isUnauthenticated, postOperation, Refusal, Session } from './session.js';

const EXPIRED = 'Votre connexion n’est plus acceptée. Connectez-vous de nouveau.';
const NOT_FOUND =
  'Ce rapport n’existe pas, ou vous n’y avez pas accès : il est réservé au comité de pilotage.';

const element = (id) => document.getElementById(id);
const session = new Session();
const signedOut = [...element('report').childNodes];
const address = new URLSearchParams(location.search);
/** The year that the address asks for: `?annee=2024`. */
const asked = Number(address.get('annee'));
/** The day of the release that it asks for: `?arrete=2026-02-01`; the latest one without it. */
const release = address.get('arrete');
offerYears(asked || new Date().getFullYear() - 1);

/** Offers the years from the first one; the asked one is chosen, or else the last one that has ended. */
function offerYears(first) {
  const current = new Date().getFullYear();
  const years = Array.from({ length: Math.max(1, current - first + 1) }, (_, back) => current - back);
  const chosen = years.includes(asked) ? asked : (years[1] ?? current);
  element('year').replaceChildren(
    ...years.map((year) => new Option(year, year, year === chosen, year === chosen)),
  );
}

let knowsYears = false;
/** Reads from which year on there are figures: the first release is made in the month after the first figures. */
async function readYears() {
  if (knowsYears) return;
  const query = '{ committee { releases { asOf } } }';
  const { answer } = await withRenewal((who) => postOperation(who, { query }));
  const first = answer?.data?.committee?.releases.map(({ asOf }) => asOf).toSorted()[0];
  if (!first) return;
  const before = new Date(first);
  before.setUTCDate(0);
  // Also the asked one: while the first releases are being made, the earlier ones are missing.
  offerYears(Math.min(before.getUTCFullYear(), asked || Infinity));
  knowsYears = true;
}

/** Sends a request with the identity of the tab. An expired token is renewed once. */
async function withRenewal(ask) {
  const identity = session.identity;
  let result = await ask(identity);
  if (isUnauthenticated(result)) {
    const renewed = await session.renew(identity);
    if (!renewed) throw new Refusal(EXPIRED);
    result = await ask(renewed);
  }
  if (isUnauthenticated(result)) throw new Refusal(EXPIRED);
  return result;
}

async function fetchReport(who, year) {
  const headers = { ...headersOf(who), accept: 'text/html' };
  const path = `committee/report/${year}${release ? `?release=${encodeURIComponent(release)}` : ''}`;
  const response = await fetch(path, { headers, cache: 'no-store' }).catch(() => {
    throw new Refusal('Le hub ne répond pas. Vérifiez qu’il est démarré et votre réseau, puis réessayez.');
  });
  return { status: response.status, text: await response.text() };
}

/** The error message in a refusal of the hub, such as that the figures are still being computed. */
function reasonIn(text) {
  try {
    return JSON.parse(text).errors[0].message;
  } catch {
    return undefined;
  }
}

let shown = 0;
async function show() {
  const turn = ++shown;
  element('report').replaceChildren(...(session.identity ? [] : signedOut));
  for (const id of ['print', 'csv']) element(id).disabled = true;
  element('year').disabled = !session.identity;
  if (!session.identity) return;
  say('Chargement…');
  try {
    await readYears();
    const year = element('year').value;
    const { status, text } = await withRenewal((who) => fetchReport(who, year));
    // Another user has signed in, or another year was chosen, in the meantime.
    if (turn !== shown) return;
    if (status === 404) throw new Refusal(NOT_FOUND);
    if (status !== 200) throw new Refusal(reasonIn(text) ?? `Le hub a répondu par une erreur (${status}).`);
    const { body, title } = new DOMParser().parseFromString(text, 'text/html');
    element('report').replaceChildren(...body.querySelector('main').childNodes);
    document.title = title;
    for (const id of ['print', 'csv']) element(id).disabled = false;
    say('');
  } catch (error) {
    if (turn === shown) say(error.message, true);
  }
}

async function download() {
  const year = Number(element('year').value);
  const query =
    'query ($period: PeriodInput!, $release: Date) { committee { indicatorsCsv(period: $period, release: $release) } }';
  const period = { from: `${year}-01-01`, until: `${year + 1}-01-01` };
  try {
    const { answer, status } = await withRenewal((who) =>
      postOperation(who, { query, variables: { period, release } }),
    );
    const text = answer?.data?.committee?.indicatorsCsv;
    if (!text) throw new Refusal(`Le hub a répondu par une erreur (${status}).`);
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
    link.download = `indicateurs-${year}.csv`;
    link.click();
    URL.revokeObjectURL(link.href);
  } catch (error) {
    say(error.message, true);
  }
}

element('year').addEventListener('change', show);
element('print').addEventListener('click', () => window.print());
element('csv').addEventListener('click', download);
session.addEventListener('change', show);
wireSignIn(session);
show();
