import { Field, ID, InputType } from 'type-graphql';
import { Id } from '../../commands/input-rules.js';
import { MailLanguage, MailTiming } from './mail-preference.js';

@InputType({ description: 'Notifications that the viewer has read: some, or all up to one, or both.' })
export class MarkNotificationsReadInput {
  @Field(() => [ID], { nullable: true, description: 'These, at most 100.' })
  notifications?: string[] | null;

  @Id()
  @Field(() => ID, { nullable: true, description: 'This one and all that came before it.' })
  upTo?: string | null;
}

@InputType({
  description: 'How the viewer wants to be told by e-mail of what is unread. What is left out stays.',
})
export class ChooseMailInput {
  @Field(() => MailTiming, { nullable: true, description: 'How soon, or never.' })
  timing?: MailTiming | null;

  @Field(() => MailLanguage, { nullable: true, description: 'In which language.' })
  language?: MailLanguage | null;
}
