import { Entity, Enum, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { closedSet } from '../../graphql/enum.js';
import { OutcomeSituation } from './situation.js';

export const ExitClass = closedSet(
  'ExitClass',
  'Class of an outcome, by the frame in force on the day of the outcome. Published figures count the three classes together as positive exits.',
  {
    DURABLE:
      'Lasting work: a permanent contract, a contract longer than the frame’s number of months, or an own business.',
    TRANSITION: 'Work for a limited time, or work with public aid.',
    POSITIVE: 'A step towards work: a qualifying training course, or another insertion structure.',
  },
);
export type ExitClass = keyof typeof ExitClass;

/** Reference rows are inserted by migrations. Every signed-in viewer may read them; no database role may write them. */
const readOnly = {
  name: 'reference',
  command: 'select' as const,
  roles: ['hub_partner', 'hub_facts'],
  using: 'true',
};

/** A version of the rules that assign exit classes to outcomes. A figure uses the frame of the outcome's day. */
@Entity({ tableName: 'exit_frame', rowLevelSecurity: 'force', policies: [readOnly] })
export class ExitFrame {
  @PrimaryKey({ type: 'integer', autoincrement: false })
  version!: number;

  @Property({ type: 'text' })
  name!: string;

  @Property({ type: 'date' })
  inForceFrom!: string;

  /** A contract of more months than this counts as long. */
  @Property({ type: 'integer' })
  durableOverMonths!: number;
}

/** The exit class of one situation in one frame. */
@Entity({ tableName: 'exit_frame_rule', rowLevelSecurity: 'force', policies: [readOnly] })
export class ExitFrameRule {
  @ManyToOne(() => ExitFrame, { primary: true, fieldName: 'frame_version' })
  frame!: ExitFrame;

  @Enum({ items: () => OutcomeSituation, nativeEnumName: 'outcome_situation', primary: true })
  situation!: OutcomeSituation;

  /** Null for a situation that has no exit class. */
  @Enum({ items: () => ExitClass, nativeEnumName: 'exit_class', nullable: true })
  class?: ExitClass | null;

  /** The class for a long contract, if it differs from `class`. */
  @Enum({ items: () => ExitClass, nativeEnumName: 'exit_class', nullable: true })
  classWhenLong?: ExitClass | null;
}
