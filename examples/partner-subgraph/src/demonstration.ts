import { readFileSync } from 'node:fs';
import type { AccompaniedPerson, Appointment, Store } from './store.ts';

const subjects = ['Entretien de suivi', 'Actualisation du projet', 'Atelier CV', 'Bilan de compétences'];

const offers = [
  ['182KXRT', 'Agent d’entretien', 'CDD'],
  ['183BMWQ', 'Aide à domicile', 'CDI'],
  ['184DLPZ', 'Préparateur de commandes', 'Intérim'],
  ['185FHNS', 'Commis de cuisine', 'CDI'],
] as const;

const day = 86_400_000;

/**
 * Fills a store with fictional data: the persons of persons.csv with the references 1000001A and so on, of whom most are in
 * the demonstration town of the hub too; for those who are accompanied now, appointments every few weeks over two years, the
 * next one in the future; and job offers that are open to all organisations.
 */
export function fill(store: Store, now: Date): void {
  store.transaction(() => {
    for (const [index, person] of persons().entries()) {
      store.addPerson(person);
      if (person.until !== null) continue;
      for (let nth = -1; nth < 12; nth++)
        store.addAppointment(person.reference, appointment(index + 1, nth, now));
    }
    offers.forEach(([number, title, contract], place) => {
      const publishedOn = new Date(now.getTime() - (place + 1) * 3 * day).toISOString().slice(0, 10);
      store.addJobOffer({ number, title, contract, publishedOn });
    });
  });
}

function persons(): AccompaniedPerson[] {
  const [, ...lines] = readFileSync(new URL('./persons.csv', import.meta.url), 'utf8')
    .trim()
    .split('\n');
  return lines.map((line, index) => {
    const [lastName = '', firstName = '', birthDate = '', from = '', until = ''] = line.split(',');
    return { reference: `${1_000_001 + index}A`, lastName, firstName, birthDate, from, until: until || null };
  });
}

/** The nth appointment of a person before now; -1 is the next one. */
function appointment(person: number, nth: number, now: Date): Appointment {
  const at = new Date(now.getTime() - (nth * 60 + (person % 50) + (nth < 0 ? 0 : 1)) * day);
  at.setUTCHours(8 + (person % 8), 30, 0, 0);
  const missed = (person + nth) % 7 === 0;
  return {
    at: at.toISOString(),
    subject: subjects[(person + nth + 1) % subjects.length] as string,
    state: at > now ? 'PLANNED' : missed ? 'MISSED' : 'HONOURED',
  };
}
