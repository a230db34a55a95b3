import type { Role } from '../../src/access/role.js';
import type { PartnerKind } from '../../src/features/partners/index.js';
import { FIRST_DAY, midnight } from './calendar.js';
import { Random } from './random.js';
import type { MemberRow, PartnerRow } from './rows.js';

/** The partners of the town. They and their names are real. */
const partners = [
  ['csc', 'CSC', 'ASSOCIATION'],
  ['club-relais', 'Club Relais', 'ASSOCIATION'],
  ['aspe', 'ASPE', 'ASSOCIATION'],
  ['regie-de-quartier', 'Régie de quartier', 'ASSOCIATION'],
  ['vs2e', 'VS2E (Vallée Sud Économie & Emploi)', 'INSTITUTION'],
  ['france-travail', 'France Travail', 'INSTITUTION'],
  ['drieets', 'DRIEETS', 'INSTITUTION'],
  ['departement', 'Département', 'INSTITUTION'],
  ['ville-de-bagneux', 'Ville de Bagneux', 'TOWN'],
] as const satisfies readonly (readonly [string, string, PartnerKind])[];

export type Slug = (typeof partners)[number][0];

/** The demonstration accounts, all of fictional persons. */
const accounts: readonly (readonly [email: string, partner: Slug, role: Role, name: string])[] = [
  ['conseil@csc.demo', 'csc', 'CASEWORKER', 'Nadège Bellanger'],
  ['conseil2@csc.demo', 'csc', 'CASEWORKER', 'Karim Haddouche'],
  ['admin@csc.demo', 'csc', 'PARTNER_ADMINISTRATOR', 'Solange Mbarga'],
  ['conseil@club-relais.demo', 'club-relais', 'CASEWORKER', 'Thomas Vasseur'],
  ['admin@club-relais.demo', 'club-relais', 'PARTNER_ADMINISTRATOR', 'Farida Belkhir'],
  ['conseil@aspe.demo', 'aspe', 'CASEWORKER', 'Inès Carvalho'],
  ['conseil@regie.demo', 'regie-de-quartier', 'CASEWORKER', 'Moussa Kanouté'],
  ['conseil@vs2e.demo', 'vs2e', 'CASEWORKER', 'Élodie Marchandeau'],
  ['conseil@france-travail.demo', 'france-travail', 'CASEWORKER', 'Mai Huynh'],
  // An administration: it accompanies no one and reads figures.
  ['comite@drieets.demo', 'drieets', 'COMMITTEE_MEMBER', 'Hélène Castagnet'],
  ['conseil@departement.demo', 'departement', 'CASEWORKER', 'Yann Le Goffic'],
  ['coordination@ville.demo', 'ville-de-bagneux', 'COORDINATOR', 'Samira Lounès'],
  ['comite@ville.demo', 'ville-de-bagneux', 'COMMITTEE_MEMBER', 'Philippe Rouvière'],
  ['clause@ville.demo', 'ville-de-bagneux', 'CLAUSE_FACILITATOR', 'Awa Sidibé'],
  ['dpo@ville.demo', 'ville-de-bagneux', 'DATA_PROTECTION_OFFICER', 'Mathilde Gaudron'],
];

/** Accounts that were added later, each with the random stream of its id. */
const laterAccounts: readonly (readonly [stream: string, account: (typeof accounts)[number]])[] = [
  ['second committee', ['comite@departement.demo', 'departement', 'COMMITTEE_MEMBER', 'Odile Ferrandon']],
];

/** A partner with its members who read files. */
export interface TownPartner {
  readonly id: string;
  readonly slug: Slug;
  readonly staff: readonly string[];
}

/** The rows of the partners and of their members. */
export function partnerRows(): { partner: PartnerRow[]; member: MemberRow[] } {
  const random = new Random('partners');
  const at = midnight(FIRST_DAY);
  const ids = new Map<Slug, string>(partners.map(([slug]) => [slug, random.id(at)]));
  return {
    partner: partners.map(([slug, name, kind]) => ({ id: ids.get(slug) ?? '', slug, name, kind })),
    member: [
      ...accounts.map((account) => [random, account] as const),
      ...laterAccounts.map(([stream, account]) => [new Random(stream), account] as const),
    ].map(([stream, [email, slug, role, name]]) => ({
      id: stream.id(at),
      name,
      subject: email,
      email,
      role,
      partner_id: ids.get(slug) ?? '',
    })),
  };
}

/** The partners by slug, each with the members who do its work. */
export class Directory {
  private readonly bySlug: ReadonlyMap<string, TownPartner>;
  private readonly members: readonly MemberRow[];

  constructor(rows: { partner: readonly PartnerRow[]; member: readonly MemberRow[] }) {
    this.members = rows.member;
    this.bySlug = new Map(
      rows.partner.map(({ id, slug }) => {
        const staff = rows.member.filter(
          ({ partner_id, role }) =>
            partner_id === id && (role === 'CASEWORKER' || role === 'PARTNER_ADMINISTRATOR'),
        );
        return [slug, { id, slug: slug as Slug, staff: staff.map((member) => member.id) }];
      }),
    );
  }

  get(slug: Slug): TownPartner {
    return this.bySlug.get(slug) as TownPartner;
  }

  byId(): ReadonlyMap<string, TownPartner> {
    return new Map([...this.bySlug.values()].map((partner) => [partner.id, partner]));
  }

  /** The first member who has this role. */
  holder(role: Role): string {
    return this.members.find((member) => member.role === role)?.id ?? '';
  }

  /** Converts weights by slug to weights of partners. */
  weights(bySlug: Partial<Record<Slug, number>>): [TownPartner, number][] {
    return Object.entries(bySlug).map(([slug, weight]) => [this.get(slug as Slug), weight]);
  }
}

/** A random member for a task: usually a caseworker, sometimes the administrator. */
export function worker(random: Random, partner: TownPartner): string {
  const [first = '', ...others] = partner.staff;
  if (others.length === 0 || random.chance(0.5)) return first;
  return random.weighted(others.map((id, index) => [id, index === others.length - 1 ? 1 : 6] as const));
}
