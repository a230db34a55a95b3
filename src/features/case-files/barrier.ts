import { Check, Entity, Enum, Index, Property } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';
import { me } from '../../access/policies.js';
import { closedSet } from '../../graphql/enum.js';
import { Node } from '../../graphql/node.js';
import { Entry, entryPolicies } from './entry.js';

export const BarrierTheme = closedSet(
  'BarrierTheme',
  'What stands in a person’s way: the themes of data·inclusion, version 1.',
  {
    CHOISIR_UN_METIER: 'Choosing a trade.',
    CREER_UNE_ENTREPRISE: 'Setting up a business.',
    DIFFICULTES_ADMINISTRATIVES_OU_JURIDIQUES: 'Paperwork, rights.',
    DIFFICULTES_FINANCIERES: 'Money.',
    EQUIPEMENT_ET_ALIMENTATION: 'Things and food.',
    FAMILLE: 'The family: children to look after, parents to care for.',
    LECTURE_ECRITURE_CALCUL: 'Reading, writing, reckoning, French.',
    LOGEMENT_HEBERGEMENT: 'A place to live.',
    MOBILITE: 'Getting from one place to another.',
    NUMERIQUE: 'Computers and the Internet.',
    PREPARER_SA_CANDIDATURE: 'Applying for work.',
    REMOBILISATION: 'Confidence, company, rhythm.',
    SANTE: 'Needs help with health; no more than that is recorded.',
    SE_FORMER: 'Training.',
    SOUVRIR_A_LINTERNATIONAL: 'Working abroad, or coming back from there.',
    TROUVER_UN_EMPLOI: 'Finding work.',
  },
);
export type BarrierTheme = keyof typeof BarrierTheme;

export const BarrierStatus = closedSet('BarrierStatus', 'What is being done about a barrier.', {
  OPEN: 'Nothing yet.',
  BEING_WORKED_ON: 'Somebody is at it.',
  RESOLVED: 'It is no more.',
});
export type BarrierStatus = keyof typeof BarrierStatus;

/** What stands in a person's way. Of health, only that help is needed: there is no room for more. */
@ObjectType({
  implements: Node,
  description: 'What stands in a person’s way. Seen with a sharing of scope FOLLOW_UP.',
})
@Entity({
  tableName: 'barrier',
  rowLevelSecurity: 'force',
  policies: entryPolicies('barrier', 'FOLLOW_UP', { becomes: `partner_id = ${me}` }),
})
@Check({ name: 'barrier_silent_on_health', expression: "theme <> 'SANTE' or note is null" })
@Index({ name: 'barrier_of_beneficiary', properties: ['beneficiary', 'createdAt', 'id'] })
export class Barrier extends Entry {
  @Field(() => BarrierTheme, { description: 'What it is about.' })
  @Enum({ items: () => BarrierTheme, nativeEnumName: 'barrier_theme' })
  theme!: BarrierTheme;

  @Field(() => BarrierStatus, { description: 'What is being done about it.' })
  @Enum({ items: () => BarrierStatus, nativeEnumName: 'barrier_status' })
  status!: BarrierStatus;

  @Field(() => String, { nullable: true, description: 'More, in a few words; always null for SANTE.' })
  @Property({ type: 'text', nullable: true })
  note?: string | null;

  @Field(() => Int, { description: 'Grows with every change.' })
  @Property({ type: 'integer' })
  version!: number;
}
