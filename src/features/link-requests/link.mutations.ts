import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../access/context.js';
import { runCommand } from '../../commands/command.js';
import { payload, payloadOf } from '../../commands/payload.js';
import { answer, requestLink } from './link.commands.js';
import { AnswerLinkRequestInput, RequestLinkInput } from './link.inputs.js';
import { LinkRequest } from './link-request.js';

const RequestLinkPayload = payloadOf('requestLink', 'linkRequest', () => LinkRequest);
const AnswerLinkRequestPayload = payloadOf('answerLinkRequest', 'linkRequest', () => LinkRequest);

const what = { description: 'What to do.' };

@Resolver()
export class LinkMutations {
  @Mutation(() => RequestLinkPayload, {
    description:
      'Asks the referent of a person, whoever that is, to share the file as the person agreed. The answer is the same whether or not somebody follows the person; a request that nobody answers expires after 30 days.',
  })
  requestLink(@Arg('input', () => RequestLinkInput, what) input: RequestLinkInput, @Ctx() context: Context) {
    return payload(
      'linkRequest',
      runCommand(context, 'requestLink', input, (command) => requestLink(command, input, context.secret)),
    );
  }

  @Mutation(() => AnswerLinkRequestPayload, {
    description:
      'Answers a request about a person of the viewer’s partner: yes shares the file as the person agreed.',
  })
  answerLinkRequest(
    @Arg('input', () => AnswerLinkRequestInput, what) input: AnswerLinkRequestInput,
    @Ctx() context: Context,
  ) {
    return payload('linkRequest', runCommand(context, 'answerLinkRequest', input, answer));
  }
}
