import { emailOf } from '../commands/email.js';
import { Key, validateInput } from '../commands/input-rules.js';
import { Refusal } from '../commands/refusal.js';
import type { Config } from '../config/index.js';
import { AddPartnerInput, InviteMemberInput } from '../features/partners/index.js';
import type { Option, Request } from './options.js';

/** A value that the setup asks for. */
export interface Question {
  readonly option: Option;
  /** The text of the question, such as `name of the town`. */
  readonly asks: string;
  /** True if the setup works without the value. */
  readonly optional: boolean;
  /** The default, made from another answer; empty when none can be made. */
  readonly proposal?: { readonly from: Option; make(answer: string): string };
  /** Why a value is not valid, as a sentence; undefined when it is valid. */
  problem(value: string): Promise<string | undefined>;
}

type Person = 'administrator' | 'coordinator';

/** The questions of a mode of the setup, in the order in which they are asked. */
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

/** Makes a short name from a name: `Ville de Bagneux` gives `ville-de-bagneux`. Empty when the name has no letter a to z and no digit. */
export function slugOf(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const words = plain.match(/[a-z\d]+/g) ?? [];
  return words.join('-').slice(0, 60).replace(/-$/, '');
}

/** The questions about one account. */
function account(who: Person, auth: Config['auth']['mode']): Question[] {
  const email = async (value: string) =>
    (await rulesOf(InviteMemberInput, 'email')(value)) ?? (await refusalOf(() => emailOf(value, 'email')));
  const subject = rulesOf(SubjectInput, 'subject');
  return [
    question(`${who}-name`, `name of the ${who}`, rulesOf(InviteMemberInput, 'name')),
    question(`${who}-email`, `e-mail address of the ${who}`, email),
    {
      ...question(`${who}-subject`, `subject (sub) of the ${who} at the identity provider`, subject),
      // Without a subject, an invitation is matched by a verified address, which not all access tokens carry.
      optional: auth !== 'jwt',
    },
  ];
}

function question(option: Option, asks: string, problem: Question['problem']): Question {
  return { option, asks, optional: false, problem };
}

/** The subject in the identity provider's tokens. */
class SubjectInput {
  @Key()
  subject!: string;
}

/** Validates a value with the rules that the API has for an input field. */
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
