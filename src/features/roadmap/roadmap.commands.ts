import { change } from '../../commands/change.js';
import type { Command } from '../../commands/command.js';
import { tidy } from '../../commands/input-rules.js';
import { notFound, refusal } from '../../commands/refusal.js';
import { Member, Partner } from '../partners/index.js';
import type {
  AddRoadmapItemInput,
  EditRoadmapItemInput,
  MoveRoadmapItemInput,
  RoadmapItemActInput,
} from './roadmap.inputs.js';
import { RoadmapItem } from './roadmap-item.js';

/** Puts something on the roadmap. For coordinators. */
export async function add(command: Command, input: AddRoadmapItemInput): Promise<string> {
  const { em, viewer } = command;
  if (viewer.role !== 'COORDINATOR') throw notFound('');
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
}

/** Changes what an item says. For coordinators. */
export async function edit(command: Command, input: EditRoadmapItemInput): Promise<string> {
  if (command.viewer.role !== 'COORDINATOR') throw notFound('item');
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
}

/** Says where an item stands. For coordinators, and for administrators of its owner. */
export async function move(command: Command, input: MoveRoadmapItemInput): Promise<string> {
  const item = await toChange(command, input);
  return change(item, { state: input.state }) ? changed(command, item) : item.id;
}

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
