import { Entity, Enum, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { closedSet } from '../../graphql/enum.js';
import { OutcomeSituation } from './situation.js';

export const ExitClass = closedSet(
  'ExitClass',
  'What an outcome counts as, in the frame in force on its day. Published figures count the three together as positive exits.',
  {
    DURABLE: 'Lasting work: without an end, longer than the frame’s number of months, or one’s own business.',
    TRANSITION: 'Work for a time, or with public aid.',
    POSITIVE: 'A step towards work: a qualifying training course, or another insertion structure.',
  },
);
export type ExitClass = keyof typeof ExitClass;

/** Reference rows are made by migrations: everyone signed in reads them, nobody writes them. */
const readOnly = {
  name: 'reference',
  command: 'select' as const,
  roles: ['hub_partner', 'hub_facts'],
  using: 'true',
};

/** A version of the rules by which outcomes count as exits. A figure is computed with the frame of its day. */
@Entity({ tableName: 'exit_frame', rowLevelSecurity: 'force', policies: [readOnly] })
export class ExitFrame {
  @PrimaryKey({ type: 'integer', autoincrement: false })
  version!: number;

  @Property({ type: 'text' })
  name!: string;

  @Property({ type: 'date' })
  inForceFrom!: string;

  /** A contract of more months than this is a long one. */
  @Property({ type: 'integer' })
  durableOverMonths!: number;
}

/** What one situation counts as in one frame. */
@Entity({ tableName: 'exit_frame_rule', rowLevelSecurity: 'force', policies: [readOnly] })
export class ExitFrameRule {
  @ManyToOne(() => ExitFrame, { primary: true, fieldName: 'frame_version' })
  frame!: ExitFrame;

  @Enum({ items: () => OutcomeSituation, nativeEnumName: 'outcome_situation', primary: true })
  situation!: OutcomeSituation;

  /** Null for what is no exit of any class. */
  @Enum({ items: () => ExitClass, nativeEnumName: 'exit_class', nullable: true })
  class?: ExitClass | null;

  /** For a long contract, where that makes a difference. */
  @Enum({ items: () => ExitClass, nativeEnumName: 'exit_class', nullable: true })
  classWhenLong?: ExitClass | null;
}
