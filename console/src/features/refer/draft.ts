import { useRef, useState } from 'react';
import { type AnyResult, useCommand, useIdempotencyKey } from '../../hub/command.js';
import type { ReferralPriority, SharingScope } from '../../hub/gql/enums.js';
import { useHub } from '../../hub/hub.js';
import type { Confirmations } from '../../kit/confirmations.js';
import { isRefusedAs } from '../../kit/refusals.js';
import { ChangeReferralDraft, DraftReferral, DraftVersionQuery } from './draft-documents.js';

/** What a draft keeps of the form. */
export type DraftContent = {
  readonly to: string;
  readonly service: string;
  readonly purpose: string;
  readonly priority: ReferralPriority;
  readonly scope: SharingScope;
};

/** A draft in the hub, as it was saved last. */
export interface Draft {
  readonly id: string;
  readonly version: number;
  readonly content: DraftContent;
  readonly savedAt?: Date;
}

/** How saving ended, with the draft if it is saved. */
export type Saved = AnyResult & { readonly draft?: Draft | undefined };

export interface DraftKeeper {
  /** The draft as it was saved last; undefined before. */
  readonly draft: Draft | undefined;
  readonly isSaving: boolean;
  /** Saves the content if it differs. One after the other: each saves what the form had when it was called. */
  save(content: DraftContent, confirmed?: Confirmations): Promise<Saved>;
  /** Reads the version again, after the draft was changed elsewhere; also whether it is sent by now. */
  reread(): Promise<{ readonly isSent: boolean }>;
}

/** Keeps a referral that is being written as a draft in the hub. */
export function useDraft(person: string, start: Draft | undefined): DraftKeeper {
  const { client } = useHub();
  const create = useCommand(DraftReferral, false);
  const change = useCommand(ChangeReferralDraft, false);
  const { key: idempotencyKey } = useIdempotencyKey();
  const [draft, setDraft] = useState(start);
  const latest = useRef(start);
  const unanswered = useRef<DraftContent & Confirmations>(undefined);
  const stale = useRef<AnyResult>(undefined);
  const queue = useRef<Promise<unknown>>(Promise.resolve());

  const keep = (changed: Draft) => {
    latest.current = changed;
    setDraft(changed);
  };
  const reread = async () => {
    const now = latest.current;
    if (!now) return { isSent: false };
    const { data } = await client.query(DraftVersionQuery, { id: now.id }, { requestPolicy: 'network-only' });
    if (data?.referral) keep({ ...now, version: data.referral.version });
    return { isSent: data?.referral?.sentAt != null };
  };
  const begin = async (content: DraftContent, confirmed: Confirmations): Promise<AnyResult> => {
    // After no answer, the same input again: it may have been saved.
    unanswered.current ??= { ...content, ...confirmed };
    const input = unanswered.current;
    const ended = await create.run({ input: { beneficiary: person, ...input, idempotencyKey } });
    if (ended.state !== 'failed') unanswered.current = undefined;
    if (ended.state === 'done' && ended.payload.referral)
      keep({ ...ended.payload.referral, content: input, savedAt: new Date() });
    return ended;
  };
  const goOn = async (now: Draft, content: DraftContent, confirmed: Confirmations): Promise<AnyResult> => {
    const input = { referral: now.id, expectedVersion: now.version, ...content, ...confirmed };
    const ended = await change.run({ input });
    if (ended.state === 'done' && ended.payload.referral)
      keep({ ...ended.payload.referral, content, savedAt: new Date() });
    if (isRefusedAs(ended, 'STALE_VERSION')) {
      stale.current = ended;
      await reread();
    }
    return ended;
  };
  const attempt = async (content: DraftContent, confirmed: Confirmations): Promise<Saved> => {
    if (!latest.current) {
      const begun = await begin(content, confirmed);
      if (begun.state !== 'done') return begun;
    }
    const now = latest.current;
    if (!now) return { state: 'done' };
    const ended = isSame(now.content, content)
      ? ({ state: 'done' } as const)
      : await goOn(now, content, confirmed);
    return { ...ended, draft: latest.current };
  };
  const save = (content: DraftContent, confirmed: Confirmations = {}) => {
    const known = stale.current;
    // What was called before the draft turned out to be stale ends so too: the user has not seen it yet.
    const saved = queue.current.then(() =>
      stale.current && stale.current !== known ? stale.current : attempt(content, confirmed),
    );
    queue.current = saved;
    return saved;
  };
  return { draft, isSaving: create.isRunning || change.isRunning, save, reread };
}

export function isSame(one: DraftContent, other: DraftContent): boolean {
  return (Object.keys(other) as (keyof DraftContent)[]).every((name) => one[name] === other[name]);
}
