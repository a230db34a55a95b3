import { v7 } from 'uuid';
import type { SeededPartner } from '../town.js';
import type { Dice } from './dice.js';
import type { FixturePartners } from './members.js';
import { days, instants, type Rows } from './rows.js';

const stepKinds = ['INTERVIEW', 'WORKSHOP', 'TRAINING', 'JOB'];

/** Persons with their sharings and pathways. */
export class Persons {
  readonly beneficiary: Rows = [];
  readonly sharing: Rows = [];
  readonly pathway: Rows = [];
  readonly step: Rows = [];

  constructor(
    private readonly dice: Dice,
    private readonly partners: FixturePartners,
    private readonly tag: string,
  ) {}

  /** Adds a person and the referent's sharing. */
  register(id: string, referent: SeededPartner, isFirst: boolean): void {
    const { one, chance } = this.dice;
    const [first, last] = [one(['Lina', 'Léo', 'Ana']), one(['Durand', 'Da Silva', 'O’Neil'])];
    const plain = (name: string) => name.toLowerCase().replace('é', 'e').replace('’', ' ');
    this.beneficiary.push({
      id,
      first_name: first,
      last_name: last,
      birth_date: one(['1990-05-17', '2001-02-03']),
      district: one(['NORTH', 'SOUTH', 'OUTSIDE']),
      referent_id: referent.key,
      informed_on: one(days),
      fingerprint: `${this.tag} ${id}`,
      sort_name: plain(`${last} ${first}`),
      call_name: plain(`${first} ${last}`),
      created_at: one(instants),
      created_by_id: this.partners.authorOf(referent),
    });
    this.share(id, referent, referent, {
      basis: 'REFERENT',
      scope: 'FOLLOW_UP',
      until: null,
      agreed_on: null,
      method: null,
      ended_at: isFirst || !chance(12) ? null : one(instants),
    });
  }

  share(person: string, partner: SeededPartner, by: SeededPartner, changes: object): void {
    const { one, chance } = this.dice;
    this.sharing.push({
      id: v7(),
      beneficiary_id: person,
      partner_id: partner.key,
      scope: one(['IDENTITY', 'PATHWAY', 'FOLLOW_UP']),
      basis: 'AGREEMENT',
      since: one(instants),
      granted_by_id: by.key,
      recorded_by_id: this.partners.authorOf(by),
      agreed_on: one(days),
      method: one(['WRITTEN', 'ORAL']),
      until: one([null, '2099-01-01T00:00:00Z', '2099-01-01T00:00:00Z', '2025-06-01T00:00:00Z']),
      ended_at: chance(4) ? one(instants) : null,
      ...changes,
    });
  }

  openPathway(person: string, partner: SeededPartner, steps: number, status: string): string {
    const { one } = this.dice;
    const id = v7();
    this.pathway.push({
      id,
      beneficiary_id: person,
      partner_id: partner.key,
      objective: one(['Find work', 'A “trade”, and\nhousing', 'Learn\\French']),
      status,
      started_on: one(days),
      closed_on: status === 'CLOSED' ? one(days) : null,
      created_by_id: this.partners.authorOf(partner),
    });
    for (let count = 0; count < steps; count++) this.#addStep(person, id, partner);
    return id;
  }

  #addStep(person: string, pathway: string, partner: SeededPartner): void {
    const { one, chance } = this.dice;
    const author = chance(5) ? one(this.partners.working) : partner;
    this.step.push({
      id: v7(),
      pathway_id: pathway,
      beneficiary_id: person,
      partner_id: author.key,
      author_id: this.partners.authorOf(author),
      kind: one(stepKinds),
      title: one(['First talk', 'Émargement', 'Visit']),
      occurred_on: one(days),
      visibility: one(['SHARED', 'SHARED', 'PARTNER', 'AUTHOR']),
    });
  }
}
