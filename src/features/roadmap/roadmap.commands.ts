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

@InputType({ description: 'An action that the partners have agreed to take.' })
export class AddRoadmapItemInput extends CreatingInput {
  @Line(200)
  @Field(() => String, { description: 'The title of the action, at most 200 characters.' })
  title!: string;

  @Paragraph(4000)
  @Field(() => String, { description: 'A longer description, at most 4,000 characters.' })
  description!: string;

  @Id()
  @Field(() => ID, { description: 'The partner that is responsible for the item.' })
  owner!: string;

  @Field(() => DateScalar, { description: 'The day on which the action is due.' })
  dueOn!: string;

  @Field(() => IndicatorKey, {
    nullable: true,
    description: 'The indicator that measures the item’s effect.',
  })
  indicator?: IndicatorKey | null;

  @Field(() => Float, {
    nullable: true,
    description: 'The target value of the indicator, 0 or more. Refused without an indicator.',
  })
  target?: number | null;
}

export const addRoadmapItem = defineCommand({
  name: 'addRoadmapItem',
  description: 'Adds an item to the roadmap, in the state PLANNED. For coordinators.',
  input: AddRoadmapItemInput,
  payload: { item: () => RoadmapItem },
  roles: ['COORDINATOR'],
  on: null,
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

/** The common input of commands on an item: the item, and the version that the caller read. */
@InputType({ description: 'The common input of commands on a roadmap item.' })
export abstract class RoadmapItemCommandInput {
  @Id()
  @Field(() => ID, { description: 'The item.' })
  item!: string;

  @Field(() => Int, {
    description: 'The version that the caller read. The command is refused if the item has changed since.',
  })
  expectedVersion!: number;
}

@InputType({ description: 'The changes to an item. Fields that are left out do not change.' })
export class EditRoadmapItemInput extends RoadmapItemCommandInput {
  @Line(200)
  @Field(() => String, { nullable: true, description: 'The title of the action, at most 200 characters.' })
  title?: string | null;

  @Paragraph(4000)
  @Field(() => String, { nullable: true, description: 'A longer description, at most 4,000 characters.' })
  description?: string | null;

  @Id()
  @Field(() => ID, { nullable: true, description: 'The partner that is responsible for the item.' })
  owner?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'The day on which the action is due.' })
  dueOn?: string | null;

  @Field(() => IndicatorKey, {
    nullable: true,
    description: 'The indicator that measures the item’s effect. Null removes the indicator and its target.',
  })
  indicator?: IndicatorKey | null;

  @Field(() => Float, {
    nullable: true,
    description: 'The target value of the indicator, 0 or more. Null removes the target.',
  })
  target?: number | null;
}

export const editRoadmapItem = defineCommand({
  name: 'editRoadmapItem',
  description: 'Edits an item of the roadmap. For coordinators.',
  input: EditRoadmapItemInput,
  payload: { item: () => RoadmapItem },
  roles: ['COORDINATOR'],
  on: { field: 'item', type: () => RoadmapItem, changes: true },
  async run(command, input) {
    const item = await lockItem(command, input);
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

@InputType({ description: 'The new state of an item.' })
export class MoveRoadmapItemInput extends RoadmapItemCommandInput {
  @Field(() => RoadmapState, { description: 'The new state.' })
  state!: RoadmapState;
}

export const moveRoadmapItem = defineCommand({
  name: 'moveRoadmapItem',
  description:
    'Changes the state of a roadmap item. For coordinators, and for administrators of the partner that is responsible for the item.',
  input: MoveRoadmapItemInput,
  payload: { item: () => RoadmapItem },
  on: { field: 'item', type: () => RoadmapItem, changes: true },
  async run(command, input) {
    const item = await lockItem(command, input);
    return change(item, { state: input.state }) ? changed(command, item) : item.id;
  },
});

/** Locks the item and checks that the caller read its current version. The lock finds only items that the viewer may change. */
async function lockItem(command: Command, input: RoadmapItemCommandInput): Promise<RoadmapItem> {
  const item = await command.find(RoadmapItem, input.item, 'item', true);
  if (item.version !== input.expectedVersion) {
    throw refusal('STALE_VERSION', 'expectedVersion', {
      fr: `Cette action a changé entre-temps (version ${item.version}) : relisez-la.`,
      en: `The item has changed in the meantime (version ${item.version}): read it again.`,
    });
  }
  return item;
}

/** Gives the item its next version. Returns the item's key. */
function changed(command: Command, item: RoadmapItem): string {
  item.version += 1;
  item.updatedAt = command.now;
  return item.id;
}

/** @throws Refusal INVALID when the target is negative or has no indicator */
function checkTarget({ indicator, target }: RoadmapItem): void {
  if (target == null) return;
  if (!indicator) {
    throw refusal('INVALID', 'target', {
      fr: 'Une cible vaut pour un indicateur : indiquez lequel.',
      en: 'A target needs an indicator: choose one.',
    });
  }
  if (target < 0) {
    throw refusal('INVALID', 'target', {
      fr: 'La cible ne peut pas être négative : indiquez 0 ou plus.',
      en: 'The target cannot be negative: enter 0 or more.',
    });
  }
}
