import { Check, Entity, Enum, Index, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { closedSet } from '../../graphql/enum.js';
import { Node } from '../../graphql/node.js';
import { DateScalar } from '../../graphql/scalars.js';
import { Entry, entryPolicies } from './entry.js';

/**
 * The target groups (publics) of the data·inclusion vocabulary, version 1, by their slugs. Three are left out:
 * `personnes-en-situation-juridique-specifique` would reveal judicial matters, `personnes-exilees` would reveal the
 * person's origin, and `tous-publics` has no meaning for a person.
 */
export const CriterionKey = closedSet(
  'CriterionKey',
  'An administrative criterion: a target group (public) of data·inclusion, or a more specific criterion that programmes ask for.',
  {
    ACTIFS: 'Is employed.',
    BENEFICIAIRES_DES_MINIMAS_SOCIAUX: 'Receives a minimum income.',
    BENEFICIAIRES_DU_RSA: 'Receives the RSA.',
    DEMANDEURS_EMPLOI: 'Is registered as a jobseeker.',
    DEMANDEURS_EMPLOI_DE_LONGUE_DUREE: 'Has been registered as a jobseeker for more than a year.',
    ETUDIANTS: 'Is a student.',
    FAMILLES: 'Lives with children, or is expecting a child.',
    PARENTS_ISOLES: 'Is a single parent.',
    FEMMES: 'Is a woman.',
    JEUNES: 'Is under 26 years of age.',
    JEUNES_SANS_QUALIFICATION: 'Is under 26 years of age and has no qualification.',
    PERSONNES_EN_SITUATION_DE_HANDICAP: 'Is officially recognised as a worker with a disability.',
    PERSONNES_EN_SITUATION_DURGENCE: 'Has no safe place to live.',
    RESIDENTS_QPV_FRR: 'Lives in a priority neighbourhood (QPV) or in a rural revitalisation area (FRR).',
    SENIORS: 'Is 50 years of age or older.',
  },
);
export type CriterionKey = keyof typeof CriterionKey;

/** An administrative criterion that a person meets, from a first day and possibly until a last day. */
@ObjectType({
  implements: Node,
  description: 'An administrative criterion that a person meets. Visible with a sharing of scope PATHWAY.',
})
@Entity({
  tableName: 'criterion',
  rowLevelSecurity: 'force',
  policies: entryPolicies('criterion', 'PATHWAY', { becomes: 'until is not null' }),
})
@Check({ name: 'criterion_in_order', expression: 'until >= since' })
@Index({ name: 'criterion_of_beneficiary', properties: ['beneficiary', 'since', 'id'] })
export class Criterion extends Entry {
  @Field(() => CriterionKey, { description: 'The criterion.' })
  @Enum({ items: () => CriterionKey, nativeEnumName: 'criterion_key' })
  key!: CriterionKey;

  @Field(() => DateScalar, { description: 'The first day on which the person met the criterion.' })
  @Property({ type: 'date' })
  since!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The last day; null while the person meets the criterion.',
  })
  @Property({ type: 'date', nullable: true })
  until?: string | null;
}
