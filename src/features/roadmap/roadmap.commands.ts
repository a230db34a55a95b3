import { Field, Float, ID, InputType, Int } from 'type-graphql';
import { change } from '../../commands/change.js';
import { type Command } from '../../commands/command.js';
import { CreatingInput } from '../../commands/creating-input.js';
import { defineCommand } from '../../commands/define-command.js';
import { Id, Line, Paragraph, tidy } from '../../commands/input-rules.js';
import { refusal } from '../../commands/refusal.js';
import { DateScalar } from '../../graphql/scalars.js';
import { IndicatorKey } from '../indicators/index.js';
import { Member, Partner } from '../partners/index.js';
import { RoadmapItem, RoadmapState } from './roadmap-item.js';

@InputType({ description: 'Something that the partners have agreed to do.' })
export class AddRoadmapItemInput extends CreatingInput {
  @Line(200)
  @Field(() => String, { description: 'What is to be done, at most 200 characters.' })
  title!: string;

  @Paragraph(4000)
  @Field(() => String, { description: 'More about it, at most 4,000 characters.' })
  description!: string;

  @Id()
  @Field(() => ID, { description: 'The partner that answers for it.' })
  owner!: string;

  @Field(() => DateScalar, { description: 'The day by which it is to be done.' })
  dueOn!: string;

  @Field(() => IndicatorKey, {
    nullable: true,
    description: 'The indicator that tells whether it bears fruit.',
  })
  indicator?: IndicatorKey | null;

  @Field(() => Float, {
    nullable: true,
    description: 'What that indicator is to reach, 0 or more; refused without an indicator.',
  })
  target?: number | null;
}

export const addRoadmapItem = defineCommand({
  name: 'addRoadmapItem',
  description: 'Puts something on the roadmap, as planned. For coordinators.',
  input: AddRoadmapItemInput,
  payload: { item: () => RoadmapItem },
  roles: ['COORDINATOR'],
  async run(command, input) {
    const { em, viewer } = command;
    const item = em.create(RoadmapItem, {
      title: tidy(input.title),
      description: tidy(input.description),
      owner: await command.find(Partner, input.owner, 'owner'),
      dueOn: input.dueOn,
      state: 'PLANNED',
      indicator: input.indicator ?? null,
      target: input.target ?? null,
      version: 1,
      createdBy: em.getReference(Member, viewer.memberId),
      createdAt: command.now,
      updatedAt: command.now,
    });
    checkTarget(item);
    return item.id;
  },
});

/** What an act on an item names: the item, and the version that the caller read. */
@InputType({ description: 'What an act on an item of the roadmap names.' })
export abstract class RoadmapItemActInput {
  @Id()
  @Field(() => ID, { description: 'The item.' })
  item!: string;

  @Field(() => Int, { description: 'The version that the caller read; refused if it has changed since.' })
  expectedVersion!: number;
}

@InputType({ description: 'What changes on an item; what is left out stays.' })
export class EditRoadmapItemInput extends RoadmapItemActInput {
  @Line(200)
  @Field(() => String, { nullable: true, description: 'What is to be done, at most 200 characters.' })
  title?: string | null;

  @Paragraph(4000)
  @Field(() => String, { nullable: true, description: 'More about it, at most 4,000 characters.' })
  description?: string | null;

  @Id()
  @Field(() => ID, { nullable: true, description: 'The partner that answers for it.' })
  owner?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'The day by which it is to be done.' })
  dueOn?: string | null;

  @Field(() => IndicatorKey, {
    nullable: true,
    description: 'The indicator that tells whether it bears fruit; null takes it away, with its target.',
  })
  indicator?: IndicatorKey | null;

  @Field(() => Float, {
    nullable: true,
    description: 'What the indicator is to reach, 0 or more; null takes it away.',
  })
  target?: number | null;
}

export const editRoadmapItem = defineCommand({
  name: 'editRoadmapItem',
  description: 'Changes what an item of the roadmap says. For coordinators.',
  input: EditRoadmapItemInput,
  payload: { item: () => RoadmapItem },
  roles: ['COORDINATOR'],
  about: 'item',
  async run(command, input) {
    const item = await toChange(command, input);
    const { title, description, owner, dueOn, indicator, target } = input;
    const isOther = change(item, {
      title: title == null ? undefined : tidy(title),
      description: description == null ? undefined : tidy(description),
      owner: owner == null ? undefined : await command.find(Partner, owner, 'owner'),
      dueOn: dueOn ?? undefined,
      indicator,
      target: indicator === null && target === undefined ? null : target,
    });
    checkTarget(item);
    return isOther ? changed(command, item) : item.id;
  },
});

@InputType({ description: 'Where an item stands now.' })
export class MoveRoadmapItemInput extends RoadmapItemActInput {
  @Field(() => RoadmapState, { description: 'Where it stands.' })
  state!: RoadmapState;
}

export const moveRoadmapItem = defineCommand({
  name: 'moveRoadmapItem',
  description:
    'Says where an item of the roadmap stands. For coordinators, and for administrators of the partner that answers for it.',
  input: MoveRoadmapItemInput,
  payload: { item: () => RoadmapItem },
  async run(command, input) {
    const item = await toChange(command, input);
    return change(item, { state: input.state }) ? changed(command, item) : item.id;
  },
});

/** The item as the caller read it; the lock finds only what the viewer may change. */
async function toChange(command: Command, input: RoadmapItemActInput): Promise<RoadmapItem> {
  const item = await command.find(RoadmapItem, input.item, 'item', true);
  if (item.version !== input.expectedVersion) {
    throw refusal('STALE_VERSION', 'expectedVersion', {
      fr: `Cette action a changé entre-temps (version ${item.version}) : relisez-la.`,
      en: `The item has changed in the meantime (version ${item.version}): read it again.`,
    });
  }
  return item;
}

/** Something of the item is different: it has its next version. Gives the key. */
function changed(command: Command, item: RoadmapItem): string {
  item.version += 1;
  item.updatedAt = command.now;
  return item.id;
}

/** A target is a number that an indicator can reach. */
function checkTarget({ indicator, target }: RoadmapItem): void {
  if (target == null) return;
  if (!indicator) {
    throw refusal('INVALID', 'target', {
      fr: 'Une cible vaut pour un indicateur : indiquez lequel.',
      en: 'A target belongs to an indicator: say which.',
    });
  }
  if (target < 0) {
    throw refusal('INVALID', 'target', {
      fr: 'La cible ne peut pas être négative.',
      en: 'The target cannot be negative.',
    });
  }
}
