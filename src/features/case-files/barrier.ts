import { Check, Entity, Enum, Index, Property } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';
import { me } from '../../access/policies.js';
import { closedSet } from '../../graphql/enum.js';
import { Node } from '../../graphql/node.js';
import { DateTimeScalar } from '../../graphql/scalars.js';
import { Entry, entryPolicies } from './entry.js';

export const BarrierTheme = closedSet(
  'BarrierTheme',
  'The theme of a barrier, from the vocabulary of data·inclusion, version 1.',
  {
    CHOISIR_UN_METIER: 'Choosing an occupation.',
    CREER_UNE_ENTREPRISE: 'Starting a business.',
    DIFFICULTES_ADMINISTRATIVES_OU_JURIDIQUES: 'Administrative or legal difficulties.',
    DIFFICULTES_FINANCIERES: 'Financial difficulties.',
    EQUIPEMENT_ET_ALIMENTATION: 'Equipment and food.',
    FAMILLE: 'Family: child care, or care for parents.',
    LECTURE_ECRITURE_CALCUL: 'Reading, writing, arithmetic or French.',
    LOGEMENT_HEBERGEMENT: 'Housing.',
    MOBILITE: 'Mobility and transport.',
    NUMERIQUE: 'Computers and the Internet.',
    PREPARER_SA_CANDIDATURE: 'Preparing a job application.',
    REMOBILISATION: 'Regaining confidence, social contact and a daily routine.',
    SANTE: 'The person needs help with health; nothing else is recorded.',
    SE_FORMER: 'Training.',
    SOUVRIR_A_LINTERNATIONAL: 'Working abroad, or returning from abroad.',
    TROUVER_UN_EMPLOI: 'Finding a job.',
  },
);
export type BarrierTheme = keyof typeof BarrierTheme;

export const BarrierStatus = closedSet('BarrierStatus', 'The status of a barrier.', {
  OPEN: 'Nothing is being done about the barrier yet.',
  BEING_WORKED_ON: 'A professional is working on the barrier.',
  RESOLVED: 'The barrier no longer exists.',
});
export type BarrierStatus = keyof typeof BarrierStatus;

/** A barrier between a person and employment. A barrier of health records only that help is needed: it has no text. */
@ObjectType({
  implements: Node,
  description: 'A barrier between a person and employment. Visible with a sharing of scope FOLLOW_UP.',
})
@Entity({
  tableName: 'barrier',
  rowLevelSecurity: 'force',
  policies: entryPolicies('barrier', 'FOLLOW_UP', { becomes: `partner_id = ${me}` }),
})
@Check({ name: 'barrier_silent_on_health', expression: "theme <> 'SANTE' or note is null" })
@Index({ name: 'barrier_of_beneficiary', properties: ['beneficiary', 'createdAt', 'id'] })
export class Barrier extends Entry {
  @Field(() => BarrierTheme, { description: 'The theme of the barrier.' })
  @Enum({ items: () => BarrierTheme, nativeEnumName: 'barrier_theme' })
  theme!: BarrierTheme;

  @Field(() => BarrierStatus, { description: 'The status of the barrier.' })
  @Enum({ items: () => BarrierStatus, nativeEnumName: 'barrier_status' })
  status!: BarrierStatus;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the barrier was recorded as resolved; null while it is not resolved.',
  })
  @Property({ type: 'datetime', length: 3, nullable: true })
  resolvedAt?: Date | null;

  @Field(() => String, { nullable: true, description: 'A short remark; always null for SANTE.' })
  @Property({ type: 'text', nullable: true })
  note?: string | null;

  @Field(() => Int, { description: 'The version of the barrier; increases with every change.' })
  @Property({ type: 'integer' })
  version!: number;
}
