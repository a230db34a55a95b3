import { Field, InputType } from 'type-graphql';
import { CreatingInput } from '../../../commands/creating-input.js';
import { defineCommand } from '../../../commands/define-command.js';
import { refusal } from '../../../commands/refusal.js';
import { Member, Partner } from '../../partners/index.js';
import { ProtectionLevel } from '../protection/level.js';
import { CommitteeProtection, currentProtection } from '../protection/protection.js';
import { ProtectionChoice } from '../protection/protection-choice.entity.js';
import { releaseLock } from './make-releases.js';
import { CommitteeRelease } from './release.entity.js';

@InputType({ description: 'How the committee’s figures are to be protected.' })
class ChooseProtectionInput extends CreatingInput {
  @Field(() => ProtectionLevel, { description: 'The level.' })
  level!: ProtectionLevel;
}

export const chooseProtection = defineCommand({
  name: 'chooseProtection',
  description:
    'Chooses how the committee’s figures are protected, before the first release. For the data protection officer of the town.',
  input: ChooseProtectionInput,
  roles: ['DATA_PROTECTION_OFFICER'],
  on: null,
  extraFields: {
    protection: {
      type: () => CommitteeProtection,
      nullable: true,
      description: 'The protection that was chosen; null when the command was refused.',
      value: (context, { id }) => (id === null ? null : currentProtection(context)),
    },
  },
  async run(command, { level }) {
    const { em, viewer, now } = command;
    const [{ free }] = (await em.execute('select pg_try_advisory_xact_lock(?) as free', [releaseLock])) as [
      { free: boolean },
    ];
    if (!free)
      throw refusal('INVALID', 'level', {
        fr: 'Un arrêté des chiffres est en préparation, avec le niveau choisi avant : il ne change plus.',
        en: 'A release is being made, with the level that was chosen before: the level cannot change any more.',
      });
    if ((await em.count(CommitteeRelease)) > 0)
      throw refusal('INVALID', 'level', {
        fr: 'Le premier arrêté des chiffres est paru : le niveau ne change plus, sinon les chiffres déjà tirés ne seraient plus protégés.',
        en: 'The first release has been made, so the level cannot change any more: figures that are drawn would lose their protection.',
      });
    const town = await em.findOne(Partner, { id: viewer.partnerId, kind: 'TOWN' });
    if (!town)
      throw refusal('NOT_FOUND', 'level', {
        fr: 'C’est le délégué à la protection des données de la ville qui choisit : adressez-vous à lui.',
        en: 'The town’s data protection officer chooses: ask that person.',
      });
    const choice = em.create(ProtectionChoice, {
      level,
      chosenBy: em.getReference(Member, viewer.memberId),
      chosenAt: now,
    } as never);
    return choice.id;
  },
});
