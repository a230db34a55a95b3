import { Field, ID, InputType } from 'type-graphql';
import { type Command } from '../../commands/command.js';
import { CreatingInput } from '../../commands/creating-input.js';
import { defineCommand } from '../../commands/define-command.js';
import { Id, Paragraph, tidy } from '../../commands/input-rules.js';
import { notFound, type Refusal, refusal } from '../../commands/refusal.js';
import type { Row } from '../../graphql/read/row.js';
import { sql } from '../../graphql/read/sql.js';
import { Beneficiary, isReferent, Sharing } from '../beneficiaries/index.js';
import { Member, Partner } from '../partners/index.js';
import { areDistinct } from './distinction.commands.js';
import { Merge } from './merge.js';

@InputType({ description: 'Two files of one person to merge.' })
export class MergeBeneficiariesInput extends CreatingInput {
  @Id()
  @Field(() => ID, { description: 'The kept person: the file that remains.' })
  kept!: string;

  @Id()
  @Field(() => ID, {
    description: 'The duplicate: the file whose content is moved to the kept person.',
  })
  duplicate!: string;

  @Paragraph(1000)
  @Field(() => String, {
    description: 'How it is known that both files belong to one person, at most 1,000 characters.',
  })
  reason!: string;
}

/** @throws Refusal INVALID when the viewer's partner is not the referent of both persons, when both have an open pathway with the same partner, or when a declaration says that they are two persons */
export const mergeBeneficiaries = defineCommand({
  name: 'mergeBeneficiaries',
  description:
    'Merges two files of one person into one. A merge can be undone. For the partner that is the referent of both.',
  input: MergeBeneficiariesInput,
  payload: { merge: () => Merge },
  on: { field: 'kept', type: () => Beneficiary, when: isReferent },
  async run(command, input) {
    const { em, viewer } = command;
    const kept = await command.find(Beneficiary, input.kept, 'kept');
    const duplicate = await command.find(Beneficiary, input.duplicate, 'duplicate');
    if (kept.id === duplicate.id) {
      throw refusal('INVALID', 'duplicate', {
        fr: 'C’est deux fois le même dossier : choisissez deux dossiers différents.',
        en: 'Both ids are of the same file: choose two different files.',
      });
    }
    for (const [field, person] of Object.entries({ kept, duplicate })) {
      if (person.referent.id !== viewer.partnerId) {
        throw refusal('INVALID', field, {
          fr: 'Un autre partenaire répond de ce dossier et peut seul le fusionner : adressez-vous à lui.',
          en: 'Another partner is the referent of this person and only that partner may merge the file: ask that partner.',
        });
      }
    }
    // The persons are locked before the insert of the merge row, whose foreign keys lock them too. Otherwise two
    // concurrent merges could deadlock.
    const [{ free }] = (await em.execute('select merges.lock_persons(?, ?, null) as free', [
      kept.id,
      duplicate.id,
    ])) as [{ free: boolean }];
    if (!free) throw notFound('duplicate');
    if (await areDistinct(command, kept, duplicate)) {
      throw refusal('INVALID', 'duplicate', {
        fr: 'Il est noté que ce sont deux personnes : retirez d’abord cette déclaration, si elle était fausse.',
        en: 'It is recorded that these are two persons: retract that declaration first, if it was wrong.',
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
    const partnersBefore = await partnersSeeing(command, duplicate);
    const conflict = await runInDatabase(command, 'carry_out', made);
    if (conflict) throw cannotMerge(conflict);
    await emitMergeEvents(command, 'MERGED', kept, { id: duplicate.id, to: partnersBefore });
    return made.id;
  },
});

@InputType({ description: 'A merge to undo.' })
export class UndoMergeInput {
  @Id()
  @Field(() => ID, { description: 'The merge.' })
  merge!: string;
}

/** SQL condition: the kept person was not merged into another file since. */
const isLastOfKept = (merge: Row) =>
  sql`exists (select from beneficiary b where b.id = ${merge.column('kept')})`;

/** @throws Refusal INVALID when the merge is already undone, or when the kept person was merged into another file since */
export const undoMerge = defineCommand({
  name: 'undoMerge',
  description:
    'Undoes a merge: there are two files again. Rows that were added since the merge to a row of the duplicate go back to the duplicate: for example a step of its pathway, an extension of its agreement, or the answer to its referral. All other rows that were added since stay with the kept person. For the partner that is the referent of both.',
  input: UndoMergeInput,
  payload: { merge: () => Merge },
  on: { field: 'merge', type: () => Merge, changes: true, when: isLastOfKept },
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
    const partnersBefore = await partnersSeeing(command, made.kept);
    if (await runInDatabase(command, 'undo', made)) {
      throw refusal('INVALID', 'merge', {
        fr: 'Le dossier conservé a lui-même été fusionné depuis : annulez d’abord cette fusion.',
        en: 'The kept file has itself been merged since: undo that merge first.',
      });
    }
    await emitMergeEvents(command, 'MERGE_UNDONE', made.kept, { id: made.duplicate.id, to: [] });
    await emitMergeEvents(command, 'MERGE_UNDONE', made.duplicate, {
      id: made.kept.id,
      to: partnersBefore,
    });
    return made.id;
  },
});

/** Runs a merge or its undo in the database. Returns the table that prevents it; null when it was done. */
async function runInDatabase(
  { em }: Command,
  step: 'carry_out' | 'undo',
  { id }: Merge,
): Promise<string | null> {
  const [{ table }] = (await em.execute(`select merges.${step}(?) as "table"`, [id])) as [
    { table: string | null },
  ];
  return table;
}

function cannotMerge(table: string): Refusal {
  if (table === 'beneficiary') return notFound('duplicate');
  if (table === 'public.pathway') {
    return refusal('INVALID', 'duplicate', {
      fr: 'Les deux dossiers ont chacun un parcours ouvert chez le même partenaire : faites d’abord clore l’un des deux.',
      en: 'Both files have an open pathway with the same partner: close one of the two first.',
    });
  }
  return refusal('INVALID', 'duplicate', {
    fr: 'Les deux dossiers se contredisent : ce qui ne peut exister qu’une fois par personne existe dans les deux. Corrigez d’abord l’un des deux.',
    en: 'The two files contradict each other: both contain something that a person can have only once. Correct one of the two first.',
  });
}

function alreadyUndone(): Refusal {
  return refusal('INVALID', 'merge', {
    fr: 'Cette fusion est déjà annulée : il n’y a rien d’autre à faire.',
    en: 'This merge is already undone: nothing else is needed.',
  });
}

/** The partners that see a person now. */
async function partnersSeeing({ em, now }: Command, person: Beneficiary): Promise<string[]> {
  const sharings = await em.find(Sharing, { beneficiary: person, endedAt: null });
  const inForce = sharings.filter(({ until }) => !until || until > now);
  return [...new Set(inForce.map(({ partner }) => partner.id))];
}

/**
 * Emits the event to every partner that sees the person. Only partners that knew the person by the replaced id get
 * that id: other partners must not learn that there was another file.
 */
async function emitMergeEvents(
  command: Command,
  kind: string,
  person: Beneficiary,
  replaced: Replaced,
): Promise<void> {
  const event = { topic: 'BENEFICIARY', kind, subject: person.id } as const;
  const all = await partnersSeeing(command, person);
  command.emit({ ...event, to: all.filter((it) => replaced.to.includes(it)), replaced: replaced.id });
  command.emit({ ...event, to: all.filter((it) => !replaced.to.includes(it)) });
}

interface Replaced {
  readonly id: string;
  /** The partners that knew the person by that id. */
  readonly to: readonly string[];
}
