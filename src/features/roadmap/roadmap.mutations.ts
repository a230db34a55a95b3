import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../access/context.js';
import { runCommand } from '../../commands/command.js';
import { payload, payloadOf } from '../../commands/payload.js';
import { add, edit, move } from './roadmap.commands.js';
import { AddRoadmapItemInput, EditRoadmapItemInput, MoveRoadmapItemInput } from './roadmap.inputs.js';
import { RoadmapItem } from './roadmap-item.js';

const payloadFor = (act: string) => payloadOf(act, 'item', () => RoadmapItem);
const AddRoadmapItemPayload = payloadFor('addRoadmapItem');
const EditRoadmapItemPayload = payloadFor('editRoadmapItem');
const MoveRoadmapItemPayload = payloadFor('moveRoadmapItem');

const what = { description: 'What to do.' };

@Resolver()
export class RoadmapMutations {
  @Mutation(() => AddRoadmapItemPayload, {
    description: 'Puts something on the roadmap, as planned. For coordinators.',
  })
  addRoadmapItem(
    @Arg('input', () => AddRoadmapItemInput, what) input: AddRoadmapItemInput,
    @Ctx() context: Context,
  ) {
    return payload('item', runCommand(context, 'addRoadmapItem', input, add));
  }

  @Mutation(() => EditRoadmapItemPayload, {
    description: 'Changes what an item of the roadmap says. For coordinators.',
  })
  editRoadmapItem(
    @Arg('input', () => EditRoadmapItemInput, what) input: EditRoadmapItemInput,
    @Ctx() context: Context,
  ) {
    return payload('item', runCommand(context, 'editRoadmapItem', input, edit));
  }

  @Mutation(() => MoveRoadmapItemPayload, {
    description:
      'Says where an item of the roadmap stands. For coordinators, and for administrators of the partner that answers for it.',
  })
  moveRoadmapItem(
    @Arg('input', () => MoveRoadmapItemInput, what) input: MoveRoadmapItemInput,
    @Ctx() context: Context,
  ) {
    return payload('item', runCommand(context, 'moveRoadmapItem', input, move));
  }
}
