import { Arg, Ctx, Field, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../access/context.js';
import { runCommand } from '../../commands/command.js';
import { payload, payloadOf } from '../../commands/payload.js';
import { Vault } from './signing.js';
import {
  addWebhook,
  changeWebhook,
  pauseWebhook,
  removeWebhook,
  resumeWebhook,
  rotateSecret,
  type Show,
  testWebhook,
} from './webhook.commands.js';
import {
  AddWebhookInput,
  ChangeWebhookInput,
  PauseWebhookInput,
  RemoveWebhookInput,
  ResumeWebhookInput,
  RotateWebhookSecretInput,
  TestWebhookInput,
} from './webhook.inputs.js';
import { Webhook } from './webhook.js';

const payloadFor = (act: string) => payloadOf(act, 'webhook', () => Webhook);
const AddWebhookPayload = payloadFor('addWebhook');
const ChangeWebhookPayload = payloadFor('changeWebhook');
const RotateWebhookSecretPayload = payloadFor('rotateWebhookSecret');
const PauseWebhookPayload = payloadFor('pauseWebhook');
const ResumeWebhookPayload = payloadFor('resumeWebhook');
const TestWebhookPayload = payloadFor('testWebhook');
const RemoveWebhookPayload = payloadFor('removeWebhook');

for (const type of [AddWebhookPayload, RotateWebhookSecretPayload]) {
  Field(() => String, {
    nullable: true,
    description:
      'The secret that verifies the messages. Shown this once: null when the call is repeated, and never to be read again.',
  })(type.prototype, 'secret');
}

const what = { description: 'What to do.' };

/** A payload with the secret that the act shows, if it was done. */
async function withSecret(work: (show: Show) => Promise<object>): Promise<object> {
  let secret: string | null = null;
  const given = await work((it) => (secret = it));
  return { ...given, secret };
}

@Resolver()
export class WebhookMutations {
  @Mutation(() => AddWebhookPayload, {
    description:
      'Adds an address at which the partner’s own system is told what happens; at most 10 for a partner. For its administrators.',
  })
  addWebhook(@Arg('input', () => AddWebhookInput, what) input: AddWebhookInput, @Ctx() context: Context) {
    const { addressPolicy } = context;
    const vault = new Vault(context.secret);
    return withSecret((show) =>
      payload(
        'webhook',
        runCommand(context, 'addWebhook', input, (command) =>
          addWebhook(command, input, { addressPolicy, vault, show }),
        ),
      ),
    );
  }

  @Mutation(() => ChangeWebhookPayload, {
    description:
      'Changes where a webhook is sent to, which gets at once what waits, or what it is told of. For its partner’s administrators.',
  })
  changeWebhook(
    @Arg('input', () => ChangeWebhookInput, what) input: ChangeWebhookInput,
    @Ctx() context: Context,
  ) {
    const change = runCommand(context, 'changeWebhook', input, (command) =>
      changeWebhook(command, input, context.addressPolicy),
    );
    return payload('webhook', change);
  }

  @Mutation(() => RotateWebhookSecretPayload, {
    description:
      'Gives a webhook a new secret; messages are signed with both for 24 hours. For its partner’s administrators.',
  })
  rotateWebhookSecret(
    @Arg('input', () => RotateWebhookSecretInput, what) input: RotateWebhookSecretInput,
    @Ctx() context: Context,
  ) {
    const vault = new Vault(context.secret);
    return withSecret((show) =>
      payload(
        'webhook',
        runCommand(context, 'rotateWebhookSecret', input, (command) =>
          rotateSecret(command, input, { vault, show }),
        ),
      ),
    );
  }

  @Mutation(() => PauseWebhookPayload, {
    description:
      'Keeps back what happens, for 30 days at most, until the webhook is resumed. For its partner’s administrators.',
  })
  pauseWebhook(
    @Arg('input', () => PauseWebhookInput, what) input: PauseWebhookInput,
    @Ctx() context: Context,
  ) {
    return payload('webhook', runCommand(context, 'pauseWebhook', input, pauseWebhook));
  }

  @Mutation(() => ResumeWebhookPayload, {
    description: 'Sends what was kept back, and goes on. For its partner’s administrators.',
  })
  resumeWebhook(
    @Arg('input', () => ResumeWebhookInput, what) input: ResumeWebhookInput,
    @Ctx() context: Context,
  ) {
    return payload('webhook', runCommand(context, 'resumeWebhook', input, resumeWebhook));
  }

  @Mutation(() => TestWebhookPayload, {
    description:
      'Sends a message that is about the webhook itself, and at once what waits; `deliveries` shows what became of it. For its partner’s administrators.',
  })
  testWebhook(@Arg('input', () => TestWebhookInput, what) input: TestWebhookInput, @Ctx() context: Context) {
    return payload('webhook', runCommand(context, 'testWebhook', input, testWebhook));
  }

  @Mutation(() => RemoveWebhookPayload, {
    description: 'Ends a webhook and drops what waits for it. For its partner’s administrators.',
  })
  removeWebhook(
    @Arg('input', () => RemoveWebhookInput, what) input: RemoveWebhookInput,
    @Ctx() context: Context,
  ) {
    return payload('webhook', runCommand(context, 'removeWebhook', input, removeWebhook));
  }
}
