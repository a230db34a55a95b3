import { describe, expect, it } from '@jest/globals';
import { ServicePublic, ServiceTheme } from '../../src/features/partners/index.js';
import { end, town } from './rows.js';

const listed = (text: string) => text.slice(1, -1).split(',');

describe('the services of the town', () => {
  it('are offered by every partner except DRIEETS, and no partner offers a service twice', () => {
    for (const { id, slug } of town.partner.filter((row) => row.slug !== 'drieets')) {
      const names = town.service.filter(({ partner_id }) => partner_id === id).map(({ name }) => name);
      expect([slug, names.length > 0]).toEqual([slug, true]);
      expect(new Set(names).size).toBe(names.length);
    }
    expect(new Set(town.service.map(({ id }) => id)).size).toBe(town.service.length);
  });

  it('have themes and publics of data·inclusion, each once', () => {
    for (const { themes, publics } of town.service) {
      for (const [values, known] of [
        [listed(themes), ServiceTheme],
        [listed(publics), ServicePublic],
      ] as const) {
        expect(values.length).toBeGreaterThan(0);
        expect(new Set(values).size).toBe(values.length);
        expect(values.filter((value) => !(value in known))).toEqual([]);
      }
    }
  });

  it('have both a number of free places and the time of its update, or neither', () => {
    const counted = town.service.filter(({ capacity }) => capacity !== null);
    const uncounted = town.service.filter(({ capacity }) => capacity === null);
    expect([counted.length, uncounted.length].every((many) => many > 0)).toBe(true);
    for (const { capacity, capacity_updated_at } of counted) {
      expect(capacity).toBeGreaterThanOrEqual(0);
      expect(capacity_updated_at && capacity_updated_at <= end).toBe(true);
    }
    for (const { capacity_updated_at } of uncounted) expect(capacity_updated_at).toBeNull();
  });

  it('have distinct telephone numbers that are not assigned', () => {
    for (const { contact } of town.service) expect(contact).toMatch(/^01 99 00 10 \d{2}$/);
    expect(new Set(town.service.map(({ contact }) => contact)).size).toBe(town.service.length);
  });

  it('are set on most referrals to their partner; a closed service is on no open referral', () => {
    const services = new Map(town.service.map((row) => [row.id, row]));
    const naming = town.referral.filter(({ service_id }) => service_id !== null);
    expect(naming.length).toBeGreaterThan(town.referral.length / 2);
    expect(naming.length).toBeLessThan(town.referral.length);
    for (const { to_id, service_id, closed_at } of naming) {
      const service = services.get(service_id as string);
      expect(service?.partner_id).toBe(to_id);
      if (closed_at === null) expect(service?.status).toBe('OPEN');
    }
  });

  it('are open, except for a few', () => {
    const open = town.service.filter(({ status }) => status === 'OPEN').length;
    expect(open).toBeLessThan(town.service.length);
    expect(open).toBeGreaterThan(town.service.length / 2);
  });
});
