import { Field, ID, InputType } from 'type-graphql';
import { type Command } from '../../commands/command.js';
import { CreatingInput } from '../../commands/creating-input.js';
import { defineCommand } from '../../commands/define-command.js';
import { Id, Paragraph, tidy } from '../../commands/input-rules.js';
import { notFound, type Refusal, refusal } from '../../commands/refusal.js';
import { Beneficiary, Sharing } from '../beneficiaries/index.js';
import { Member, Partner } from '../partners/index.js';
import { areDistinct } from './distinction.commands.js';
import { Merge } from './merge.js';

@InputType({ description: 'Two files of one person.' })
export class MergeBeneficiariesInput extends CreatingInput {
  @Id()
  @Field(() => ID, { description: 'The person whose file goes on.' })
  kept!: string;

  @Id()
  @Field(() => ID, { description: 'The person whose file is a duplicate: what it holds goes to the other.' })
  duplicate!: string;

  @Paragraph(1000)
  @Field(() => String, {
    description: 'What the two files are known by to be of one person, at most 1,000 characters.',
  })
  reason!: string;
}

/** @throws Refusal INVALID when the viewer's partner does not answer for both, where both have an open pathway with one partner, or where it is noted that they are two persons */
export const mergeBeneficiaries = defineCommand({
  name: 'mergeBeneficiaries',
  description:
    'Makes one file of two that are of one person; may be undone. For the partner that answers for both.',
  input: MergeBeneficiariesInput,
  payload: { merge: () => Merge },
  async run(command, input) {
    const { em, viewer } = command;
    const kept = await command.find(Beneficiary, input.kept, 'kept');
    const duplicate = await command.find(Beneficiary, input.duplicate, 'duplicate');
    if (kept.id === duplicate.id) {
      throw refusal('INVALID', 'duplicate', {
        fr: 'C’est deux fois le même dossier.',
        en: 'This is twice the same file.',
      });
    }
    for (const [field, person] of Object.entries({ kept, duplicate })) {
      if (person.referent.id !== viewer.partnerId) {
        throw refusal('INVALID', field, {
          fr: 'Un autre partenaire répond de ce dossier : lui seul peut le fusionner.',
          en: 'Another partner answers for this file: only that one may merge it.',
        });
      }
    }
    // Before the merge names them: what names a person holds them too, and two merges would wait for each other.
    const [{ free }] = (await em.execute('select merges.lock_persons(?, ?, null) as free', [
      kept.id,
      duplicate.id,
    ])) as [{ free: boolean }];
    if (!free) throw notFound('duplicate');
    if (await areDistinct(command, kept, duplicate)) {
      throw refusal('INVALID', 'duplicate', {
        fr: 'Il est noté que ce sont deux personnes : retirez d’abord cette déclaration, si elle était fausse.',
        en: 'It is noted that these are two persons: take that back first, if it was wrong.',
      });
    }
    const made = em.create(Merge, {
      kept,
      duplicate,
      partner: em.getReference(Partner, viewer.partnerId),
      reason: tidy(input.reason),
      mergedAt: command.now,
      mergedBy: em.getReference(Member, viewer.memberId),
    });
    await em.flush();
    const knew = await seers(command, duplicate);
    const inTheWay = await database(command, 'carry_out', made);
    if (inTheWay) throw cannotMerge(inTheWay);
    await tell(command, 'MERGED', kept, { id: duplicate.id, to: knew });
    return made.id;
  },
});

@InputType({ description: 'A merge to undo.' })
export class UndoMergeInput {
  @Id()
  @Field(() => ID, { description: 'The merge.' })
  merge!: string;
}

/** @throws Refusal INVALID when it was undone already, or when the kept person was merged in its turn */
export const undoMerge = defineCommand({
  name: 'undoMerge',
  description:
    'Makes two files of one again. What was added since the merge to something of the duplicate (a step to its pathway, an agreement that goes on, an answer to a referral) goes back with it; all else that was added stays with the kept person. For the partner that answers for both.',
  input: UndoMergeInput,
  payload: { merge: () => Merge },
  async run(command, input) {
    const { em, viewer } = command;
    const { id, undoneAt } = await command.find(Merge, input.merge, 'merge');
    if (undoneAt) throw alreadyUndone();
    const made = await command.lock(Merge, id).catch(() => {
      throw alreadyUndone();
    });
    made.undoneAt = command.now;
    made.undoneBy = em.getReference(Member, viewer.memberId);
    await em.flush();
    const knew = await seers(command, made.kept);
    if (await database(command, 'undo', made)) {
      throw refusal('INVALID', 'merge', {
        fr: 'Le dossier conservé a lui-même été fusionné depuis : annulez d’abord cette fusion.',
        en: 'The kept file was itself merged since then: undo that merge first.',
      });
    }
    await tell(command, 'MERGE_UNDONE', made.kept, { id: made.duplicate.id, to: [] });
    await tell(command, 'MERGE_UNDONE', made.duplicate, { id: made.kept.id, to: knew });
    return made.id;
  },
});

/** Has the database do it; what it answers is the table that stands in the way, if one does. */
async function database({ em }: Command, step: 'carry_out' | 'undo', { id }: Merge): Promise<string | null> {
  const [{ table }] = (await em.execute(`select merges.${step}(?) as "table"`, [id])) as [
    { table: string | null },
  ];
  return table;
}

function cannotMerge(table: string): Refusal {
  if (table === 'beneficiary') return notFound('duplicate');
  if (table === 'public.pathway') {
    return refusal('INVALID', 'duplicate', {
      fr: 'Les deux dossiers ont chacun un parcours ouvert chez le même partenaire : l’un des deux doit d’abord être clos.',
      en: 'Both files have an open pathway with the same partner: one of the two must be closed first.',
    });
  }
  return refusal('INVALID', 'duplicate', {
    fr: 'Les deux dossiers se contredisent : ce qui ne peut exister qu’une fois par personne existe dans les deux.',
    en: 'The two files contradict each other: what a person can only have once is in both.',
  });
}

function alreadyUndone(): Refusal {
  return refusal('INVALID', 'merge', {
    fr: 'Cette fusion est déjà annulée.',
    en: 'This merge is already undone.',
  });
}

/** The partners that see a person now. */
async function seers({ em, now }: Command, person: Beneficiary): Promise<string[]> {
  const sharings = await em.find(Sharing, { beneficiary: person, endedAt: null });
  const inForce = sharings.filter(({ until }) => !until || until > now);
  return [...new Set(inForce.map(({ partner }) => partner.id))];
}

/**
 * Tells every partner that sees the person. Those that knew the person by another id learn which one: nobody
 * else is told that there was another file.
 */
async function tell(command: Command, kind: string, person: Beneficiary, replaced: Replaced): Promise<void> {
  const news = { topic: 'BENEFICIARY', kind, subject: person.id } as const;
  const all = await seers(command, person);
  command.emit({ ...news, to: all.filter((it) => replaced.to.includes(it)), replaced: replaced.id });
  command.emit({ ...news, to: all.filter((it) => !replaced.to.includes(it)) });
}

interface Replaced {
  readonly id: string;
  /** Who knew the person by that id. */
  readonly to: readonly string[];
}
