import { Check, Entity, Enum, Index, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { closedSet } from '../../graphql/enum.js';
import { Node } from '../../graphql/node.js';
import { DateScalar } from '../../graphql/scalars.js';
import { Entry, entryPolicies } from './entry.js';

/**
 * The publics of the data·inclusion vocabulary, version 1, by their slugs. Two are left out, because they
 * would tell of justice (`personnes-en-situation-juridique-specifique`) and of origin (`personnes-exilees`),
 * and one because it says nothing (`tous-publics`).
 */
export const CriterionKey = closedSet(
  'CriterionKey',
  'An administrative criterion that a person meets: a public of data·inclusion, or a finer one that programmes ask for.',
  {
    ACTIFS: 'Has work.',
    BENEFICIAIRES_DES_MINIMAS_SOCIAUX: 'Receives a minimum income.',
    BENEFICIAIRES_DU_RSA: 'Receives the RSA.',
    DEMANDEURS_EMPLOI: 'Registered as looking for work.',
    DEMANDEURS_EMPLOI_DE_LONGUE_DUREE: 'Registered as looking for work for more than a year.',
    ETUDIANTS: 'Studies.',
    FAMILLES: 'Lives with children, or expects to.',
    PARENTS_ISOLES: 'Brings up children alone.',
    FEMMES: 'A woman.',
    JEUNES: 'Under 26 years of age.',
    JEUNES_SANS_QUALIFICATION: 'Under 26 years of age, without a qualification.',
    PERSONNES_EN_SITUATION_DE_HANDICAP: 'Officially recognised as a worker with a disability.',
    PERSONNES_EN_SITUATION_DURGENCE: 'Without a safe place to live.',
    RESIDENTS_QPV_FRR: 'Lives in a priority neighbourhood, or in a rural area to be revived.',
    SENIORS: '50 years of age or older.',
  },
);
export type CriterionKey = keyof typeof CriterionKey;

/** An administrative criterion that a person meets, from a day on and perhaps no longer. */
@ObjectType({
  implements: Node,
  description: 'An administrative criterion that a person meets. Seen with a sharing of scope PATHWAY.',
})
@Entity({
  tableName: 'criterion',
  rowLevelSecurity: 'force',
  policies: entryPolicies('criterion', 'PATHWAY', { becomes: 'until is not null' }),
})
@Check({ name: 'criterion_in_order', expression: 'until >= since' })
@Index({ name: 'criterion_of_beneficiary', properties: ['beneficiary', 'since', 'id'] })
export class Criterion extends Entry {
  @Field(() => CriterionKey, { description: 'Which criterion.' })
  @Enum({ items: () => CriterionKey, nativeEnumName: 'criterion_key' })
  key!: CriterionKey;

  @Field(() => DateScalar, { description: 'The first day.' })
  @Property({ type: 'date' })
  since!: string;

  @Field(() => DateScalar, { nullable: true, description: 'The last day; null while it holds.' })
  @Property({ type: 'date', nullable: true })
  until?: string | null;
}
