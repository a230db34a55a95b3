import { v7 } from 'uuid';
import type { SeededPartner } from '../town.js';
import type { FixturePartners } from './members.js';
import type { RandomSource } from './random-source.js';
import { days, instants, type Rows } from './rows.js';

const stepKinds = ['INTERVIEW', 'WORKSHOP', 'TRAINING', 'JOB'];

/** Persons with their sharings and pathways. */
export class Persons {
  readonly beneficiary: Rows = [];
  readonly sharing: Rows = [];
  readonly pathway: Rows = [];
  readonly step: Rows = [];

  constructor(
    private readonly random: RandomSource,
    private readonly partners: FixturePartners,
    private readonly tag: string,
  ) {}

  /** Adds a person and the referent's sharing. */
  register(id: string, referent: SeededPartner, isFirst: boolean): void {
    const { pick, oneIn } = this.random;
    const [first, last] = [pick(['Lina', 'Léo', 'Ana']), pick(['Durand', 'Da Silva', 'O’Neil'])];
    const plain = (name: string) => name.toLowerCase().replace('é', 'e').replace('’', ' ');
    this.beneficiary.push({
      id,
      first_name: first,
      last_name: last,
      birth_date: pick(['1990-05-17', '2001-02-03']),
      district: pick(['NORTH', 'SOUTH', 'OUTSIDE']),
      referent_id: referent.key,
      informed_on: pick(days),
      fingerprint: `${this.tag} ${id}`,
      sort_name: plain(`${last} ${first}`),
      call_name: plain(`${first} ${last}`),
      created_at: pick(instants),
      created_by_id: this.partners.authorOf(referent),
    });
    this.share(id, referent, referent, {
      basis: 'REFERENT',
      scope: 'FOLLOW_UP',
      until: null,
      agreed_on: null,
      method: null,
      ended_at: isFirst || !oneIn(12) ? null : pick(instants),
    });
  }

  share(person: string, partner: SeededPartner, by: SeededPartner, changes: object): void {
    const { pick, oneIn } = this.random;
    this.sharing.push({
      id: v7(),
      beneficiary_id: person,
      partner_id: partner.key,
      scope: pick(['IDENTITY', 'PATHWAY', 'FOLLOW_UP']),
      basis: 'AGREEMENT',
      since: pick(instants),
      granted_by_id: by.key,
      recorded_by_id: this.partners.authorOf(by),
      agreed_on: pick(days),
      method: pick(['WRITTEN', 'ORAL']),
      until: pick([null, '2099-01-01T00:00:00Z', '2099-01-01T00:00:00Z', '2025-06-01T00:00:00Z']),
      ended_at: oneIn(4) ? pick(instants) : null,
      ...changes,
    });
  }

  openPathway(person: string, partner: SeededPartner, steps: number, status: string): string {
    const { pick } = this.random;
    const id = v7();
    this.pathway.push({
      id,
      beneficiary_id: person,
      partner_id: partner.key,
      objective: pick(['Find work', 'A “trade”, and\nhousing', 'Learn\\French']),
      status,
      started_on: pick(days),
      closed_on: status === 'CLOSED' ? pick(days) : null,
      created_by_id: this.partners.authorOf(partner),
    });
    for (let count = 0; count < steps; count++) this.#addStep(person, id, partner);
    return id;
  }

  #addStep(person: string, pathway: string, partner: SeededPartner): void {
    const { pick, oneIn } = this.random;
    const author = oneIn(5) ? pick(this.partners.accompanying) : partner;
    this.step.push({
      id: v7(),
      pathway_id: pathway,
      beneficiary_id: person,
      partner_id: author.key,
      author_id: this.partners.authorOf(author),
      kind: pick(stepKinds),
      title: pick(['First talk', 'Émargement', 'Visit']),
      occurred_on: pick(days),
      visibility: pick(['SHARED', 'SHARED', 'PARTNER', 'AUTHOR']),
    });
  }
}
