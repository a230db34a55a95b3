import { emailOf } from '../commands/email.js';
import { Key, validateInput } from '../commands/input-rules.js';
import { Refusal } from '../commands/refusal.js';
import type { Config } from '../config/index.js';
import { AddPartnerInput, InviteMemberInput } from '../features/partners/index.js';
import type { Option, Request } from './options.js';

/** One thing that the setup must know, or may be told. */
export interface Question {
  readonly option: Option;
  /** What it asks for, such as `name of the town`. */
  readonly asks: string;
  /** Whether the setup can do without. */
  readonly optional: boolean;
  /** What is taken where nothing is said: made from another answer; empty when nothing can be made of it. */
  readonly proposal?: { readonly from: Option; make(answer: string): string };
  /** Why a value cannot be taken, in a sentence; undefined when it can. */
  problem(value: string): Promise<string | undefined>;
}

type Person = 'administrator' | 'coordinator';

/** What a kind of setup must know, in the order in which it is asked. */
export function questionsOf(mode: Request['mode'], auth: Config['auth']['mode']): Question[] {
  if (mode === 'administrator') {
    return [
      question('slug', 'short name of the partner', rulesOf(AddPartnerInput, 'slug')),
      ...account('administrator', auth),
    ];
  }
  return [
    question('name', 'name of the town', rulesOf(AddPartnerInput, 'name')),
    {
      ...question('slug', 'short name of the town', rulesOf(AddPartnerInput, 'slug')),
      proposal: { from: 'name', make: slugOf },
    },
    ...account('administrator', auth),
    ...account('coordinator', auth),
  ];
}

/** A short name made from a name: `Ville de Bagneux` gives `ville-de-bagneux`; empty when nothing is left of it. */
export function slugOf(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const words = plain.match(/[a-z\d]+/g) ?? [];
  return words.join('-').slice(0, 60).replace(/-$/, '');
}

/** What is asked about one account. */
function account(who: Person, auth: Config['auth']['mode']): Question[] {
  const email = async (value: string) =>
    (await rulesOf(InviteMemberInput, 'email')(value)) ?? (await refusalOf(() => emailOf(value, 'email')));
  const subject = rulesOf(Recognised, 'subject');
  return [
    question(`${who}-name`, `name of the ${who}`, rulesOf(InviteMemberInput, 'name')),
    question(`${who}-email`, `e-mail address of the ${who}`, email),
    {
      ...question(`${who}-subject`, `what the identity provider calls the ${who} (sub)`, subject),
      // An invitation is found by a verified address, which not all access tokens carry.
      optional: auth !== 'jwt',
    },
  ];
}

function question(option: Option, asks: string, problem: Question['problem']): Question {
  return { option, asks, optional: false, problem };
}

/** Whom the identity provider's tokens name. */
class Recognised {
  @Key()
  subject!: string;
}

/** The rules that the API has for a field of an input. */
function rulesOf<Input extends object>(type: new () => Input, field: keyof Input) {
  return (value: string) => refusalOf(() => validateInput(Object.assign(new type(), { [field]: value })));
}

async function refusalOf(work: () => unknown): Promise<string | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.reasons[0]?.text.en;
  }
}
