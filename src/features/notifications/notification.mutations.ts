import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../access/context.js';
import { runCommand } from '../../commands/command.js';
import { payload, payloadOf } from '../../commands/payload.js';
import { Viewer } from '../partners/index.js';
import { chooseMail, markRead } from './notification.commands.js';
import { ChooseMailInput, MarkNotificationsReadInput } from './notification.inputs.js';

const MarkNotificationsReadPayload = payloadOf('markNotificationsRead', 'viewer', () => Viewer);
const ChooseMailPayload = payloadOf('chooseMail', 'viewer', () => Viewer);

const what = { description: 'What to do.' };

@Resolver()
export class NotificationMutations {
  @Mutation(() => MarkNotificationsReadPayload, {
    description: 'Marks notifications of the viewer as read; it may be repeated.',
  })
  markNotificationsRead(
    @Arg('input', () => MarkNotificationsReadInput, what) input: MarkNotificationsReadInput,
    @Ctx() context: Context,
  ) {
    return payload('viewer', runCommand(context, 'markNotificationsRead', input, markRead));
  }

  @Mutation(() => ChooseMailPayload, {
    description: 'Chooses how the viewer is told by e-mail of what is unread: at once, once a day, or never.',
  })
  chooseMail(@Arg('input', () => ChooseMailInput, what) input: ChooseMailInput, @Ctx() context: Context) {
    return payload('viewer', runCommand(context, 'chooseMail', input, chooseMail));
  }
}
