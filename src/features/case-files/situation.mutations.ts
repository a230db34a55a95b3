import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../access/context.js';
import { runCommand } from '../../commands/command.js';
import { payload, payloadOf } from '../../commands/payload.js';
import { Barrier } from './barrier.js';
import { Contact } from './contact.js';
import { Criterion } from './criterion.js';
import {
  addContact,
  changeBarrier,
  endCriterion,
  recordBarrier,
  recordCriterion,
  removeContact,
} from './situation.commands.js';
import {
  AddContactInput,
  ChangeBarrierInput,
  EndCriterionInput,
  RecordBarrierInput,
  RecordCriterionInput,
  RemoveContactInput,
} from './situation.inputs.js';

const AddContactPayload = payloadOf('addContact', 'contact', () => Contact);
const RemoveContactPayload = payloadOf('removeContact', 'contact', () => Contact);
const RecordCriterionPayload = payloadOf('recordCriterion', 'criterion', () => Criterion);
const EndCriterionPayload = payloadOf('endCriterion', 'criterion', () => Criterion);
const RecordBarrierPayload = payloadOf('recordBarrier', 'barrier', () => Barrier);
const ChangeBarrierPayload = payloadOf('changeBarrier', 'barrier', () => Barrier);

const what = { description: 'What to do.' };

@Resolver()
export class SituationMutations {
  @Mutation(() => AddContactPayload, {
    description: 'Adds a way to reach a person. Needs a sharing of scope IDENTITY.',
  })
  addContact(@Arg('input', () => AddContactInput, what) input: AddContactInput, @Ctx() context: Context) {
    return payload('contact', runCommand(context, 'addContact', input, addContact));
  }

  @Mutation(() => RemoveContactPayload, {
    description:
      'Removes a contact and empties it. For the partner that recorded it and the person’s referent.',
  })
  removeContact(
    @Arg('input', () => RemoveContactInput, what) input: RemoveContactInput,
    @Ctx() context: Context,
  ) {
    return payload('contact', runCommand(context, 'removeContact', input, removeContact));
  }

  @Mutation(() => RecordCriterionPayload, {
    description: 'Records a criterion that a person meets. Needs a sharing of scope PATHWAY.',
  })
  recordCriterion(
    @Arg('input', () => RecordCriterionInput, what) input: RecordCriterionInput,
    @Ctx() context: Context,
  ) {
    return payload('criterion', runCommand(context, 'recordCriterion', input, recordCriterion));
  }

  @Mutation(() => EndCriterionPayload, {
    description: 'Says that a person meets a criterion no more. For the partner that recorded it.',
  })
  endCriterion(
    @Arg('input', () => EndCriterionInput, what) input: EndCriterionInput,
    @Ctx() context: Context,
  ) {
    return payload('criterion', runCommand(context, 'endCriterion', input, endCriterion));
  }

  @Mutation(() => RecordBarrierPayload, {
    description: 'Records what stands in a person’s way. Needs a sharing of scope FOLLOW_UP.',
  })
  recordBarrier(
    @Arg('input', () => RecordBarrierInput, what) input: RecordBarrierInput,
    @Ctx() context: Context,
  ) {
    return payload('barrier', runCommand(context, 'recordBarrier', input, recordBarrier));
  }

  @Mutation(() => ChangeBarrierPayload, {
    description: 'Says what became of a barrier. For the partner that recorded it.',
  })
  changeBarrier(
    @Arg('input', () => ChangeBarrierInput, what) input: ChangeBarrierInput,
    @Ctx() context: Context,
  ) {
    return payload('barrier', runCommand(context, 'changeBarrier', input, changeBarrier));
  }
}
