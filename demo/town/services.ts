import { FIRST_DAY, LAST_DAY, midnight, timeOf, workday, workingTime } from './calendar.js';
import type { Directory, Slug } from './partners.js';
import { Random } from './random.js';
import type { ReferralRow } from './rows.js';
import type { ServiceRow, ServiceText } from './service-rows.js';
import { services } from './service-texts.js';

/** Generates the services, with the free places as of the partner's last update in the last two weeks. */
export function serviceRows(directory: Directory): ServiceRow[] {
  const random = new Random('services');
  const numbers = random.shuffle(Array.from({ length: 100 }, (_, number) => number));
  const offers = Object.entries(services).flatMap(([slug, texts]) =>
    texts.map((text) => [directory.get(slug as Slug).id, text] as const),
  );
  return offers.map(([partner_id, text], index) => ({
    id: random.id(midnight(FIRST_DAY)),
    partner_id,
    name: text.name,
    themes: `{${text.themes.join(',')}}`,
    publics: `{${text.publics.join(',')}}`,
    ...places(random, text),
    // A range of telephone numbers that is never assigned.
    contact: `01 99 00 10 ${String(numbers[index]).padStart(2, '0')}`,
    status: text.status ?? 'OPEN',
  }));
}

/** Sets a service of the receiver on most referrals; on an open referral, the service is open too. */
export function nameServices(referrals: readonly ReferralRow[], services: readonly ServiceRow[]): void {
  const random = new Random('services of referrals');
  for (const referral of referrals) {
    const offered = services.filter(
      ({ partner_id, status }) =>
        partner_id === referral.to_id && (status === 'OPEN' || referral.closed_at !== null),
    );
    if (offered.length > 0 && random.chance(0.7)) referral.service_id = random.pick(offered).id;
  }
}

function places(
  random: Random,
  { places: most }: ServiceText,
): Pick<ServiceRow, 'capacity' | 'capacity_updated_at'> {
  if (most === undefined) return { capacity: null, capacity_updated_at: null };
  const said = workingTime(random, workday(random.int(LAST_DAY - 14, LAST_DAY)));
  return { capacity: random.int(0, most), capacity_updated_at: timeOf(said) };
}
