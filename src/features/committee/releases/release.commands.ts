import { Field, InputType } from 'type-graphql';
import { CreatingInput } from '../../../commands/creating-input.js';
import { defineCommand } from '../../../commands/define-command.js';
import { refusal } from '../../../commands/refusal.js';
import { emitAsSystem } from '../../../events/outbox.js';
import { DateScalar } from '../../../graphql/scalars.js';
import { dueReleases } from './due-releases.js';
import { DueRelease } from './release.js';
import { requested } from './release-events.js';

@InputType({ description: 'A release that was missed.' })
class MakeReleaseInput extends CreatingInput {
  @Field(() => DateScalar, { description: 'The day of the release: the first day of a month.' })
  asOf!: string;
}

export const makeRelease = defineCommand({
  name: 'makeRelease',
  description:
    'Makes a release that was missed. The hub makes the others by itself on the first of each month. For the coordinator.',
  input: MakeReleaseInput,
  roles: ['COORDINATOR'],
  on: null,
  extraFields: {
    due: {
      type: () => DueRelease,
      nullable: true,
      description: 'The release that is being made; null when the command was refused.',
      value: (_, { once }) => once['due'] ?? null,
    },
  },
  prepare: ({ database }) => dueReleases(database),
  async run(command, { asOf }, { missing, isProtected }) {
    if (!isProtected)
      throw refusal('INVALID', 'asOf', {
        fr: 'Le délégué à la protection des données n’a pas encore choisi le niveau de protection : demandez-le-lui.',
        en: 'The data protection officer has not chosen a level of protection yet: ask for it.',
      });
    if (!missing.includes(asOf))
      throw refusal('INVALID', 'asOf', {
        fr: 'Cet arrêté n’est pas attendu ou est déjà paru : choisissez un arrêté manquant.',
        en: 'This release is not due or has been made: choose one that is missing.',
      });
    const { partnerId } = command.viewer;
    await command.asSystem(() => emitAsSystem(command.em, [requested(partnerId)]));
    command.once['due'] = { asOf };
    return partnerId;
  },
});
