import 'reflect-metadata';
import { readFile, writeFile } from 'node:fs/promises';
import {
  type GraphQLEnumType,
  type GraphQLInputObjectType,
  getNullableType,
  isRequiredInputField,
} from 'graphql';
import { partnerPersons } from '../demo/partner-persons.js';
import { loadConfig } from '../src/config/index.js';
import { features, resolvers } from '../src/features/index.js';
import { type DelayedAction, type DelayUnit, delays } from '../src/features/referrals/delays.js';
import { referrals } from '../src/features/referrals/index.js';
import {
  closedStatuses,
  lifecycle,
  type Party,
  ReferralStatus,
  type Transition,
} from '../src/features/referrals/lifecycle.js';
import { mutationsByAction } from '../src/features/referrals/referral-command.js';
import { assemble } from '../src/graphql/schema.js';

// Writes the generated parts of docs/referrals.md (from lifecycle.ts and delays.ts) and docs/commands.md (from the
// declarations of the commands), and the persons of the example of a partner's system (from the demonstration town).
// With --check, only reports whether they are up to date. A generated part of a document is between the marks
// `<!-- generated: part -->` and `<!-- /generated -->`; the rest is written by hand.

const schema = await assemble(resolvers);

const mutations = mutationsByAction(referrals.commands ?? []);
/** Fields that every action on a referral, or every command that creates an object, requires. */
const commonFields = ['referral', 'expectedVersion', 'idempotencyKey'];
/** The required input fields of a mutation on a referral, without the common ones. */
function requiredBy(mutation: string): string[] {
  const [argument] = schema.getMutationType()?.getFields()[mutation]?.args ?? [];
  const fields = Object.values((getNullableType(argument?.type) as GraphQLInputObjectType).getFields());
  return fields
    .filter((it) => isRequiredInputField(it) && !commonFields.includes(it.name))
    .map(({ name }) => name);
}

const names: Record<Party, string> = {
  SENDER: 'sender',
  RECEIVER: 'receiver',
  COORDINATOR: 'coordinator',
  SYSTEM: 'the hub',
};
const sharings = {
  BEGIN: 'begins, scope IDENTITY',
  OPEN: 'up to the agreed scope',
  END: 'ends',
} as const;

const delayed: Record<DelayedAction, string> = {
  REMIND: 'a reminder to the partner that must act',
  ESCALATE: 'an escalation to both partners and the coordinator',
  EXPIRE: 'the referral expires',
};

const statuses = Object.keys(ReferralStatus) as ReferralStatus[];
const groups = {
  'any open': statuses.filter((it) => !closedStatuses.includes(it)),
  'any closed': closedStatuses,
};

const who = ({ by }: Transition) => by.map((party) => names[party]).join(', ');
/** Whether the diagram shows an action. Actions that are possible in more than three states are listed below it. */
const drawn = ({ from, another }: Transition) => from.length <= 3 && !another;

const parts: Record<string, () => string> = {
  states: () => {
    const type = schema.getType('ReferralStatus') as GraphQLEnumType;
    return table(
      ['State', 'Meaning'],
      type.getValues().map(({ name, description }) => [code(name), description ?? '']),
    );
  },
  diagram: () => {
    const edges = lifecycle.filter(drawn).flatMap((row) => {
      const label = `${row.action} (${who(row)})`;
      const from = row.from.length > 0 ? row.from : ['[*]'];
      return from.map((status) => `  ${status} --> ${row.to} : ${label}`);
    });
    const always = lifecycle
      .filter((row) => !drawn(row))
      .map((row) => {
        const to = row.another ? `another referral, ${code(row.to)}` : code(row.to);
        return `- ${code(row.action)} (${who(row)}) from ${states(row.from)}: ${to}.`;
      });
    const oneStep = '  [*] --> REQUESTED : SEND (sender), in one step';
    return [
      '```mermaid',
      'stateDiagram-v2',
      oneStep,
      ...edges,
      '```',
      '',
      'Not in the diagram:',
      '',
      ...always,
    ].join('\n');
  },
  actions: () =>
    table(
      ['Action', 'Mutation', 'Who', 'From', 'To', 'Needs', 'The receiver’s access', 'Event'],
      lifecycle.map((row) => {
        const mutation = mutations.get(row.action);
        const needs = mutation ? requiredBy(mutation) : [];
        return [
          code(row.action),
          mutation ? code(mutation) : '–',
          who(row),
          states(row.from) || '–',
          row.another ? `another, ${code(row.to)}` : code(row.to),
          [...needs, ...(row.outcomes ?? [])].map(code).join(', ') || '–',
          row.sharing ? sharings[row.sharing] : 'unchanged',
          code(row.event),
        ];
      }),
    ),
  commands: () =>
    table(
      ['Command', 'What it does, and for whom', 'Acts on', 'Roles'],
      features
        .flatMap((feature) => feature.commands ?? [])
        .toSorted((a, b) => (a.name < b.name ? -1 : 1))
        .map(({ name, description, roles, on }) => [
          code(name),
          description,
          on ? code(on.type().name) : '–',
          roles?.map(code).join(', ') ?? 'any',
        ]),
    ),
  delays: () => {
    const config = loadConfig({}).delays;
    const length = ([count, unit]: readonly [number, DelayUnit]) => `${count} ${unit}`;
    return table(
      ['After', 'Since', 'Priority', 'In', 'What'],
      delays.map((it) => [
        length(it.after(config)),
        it.since === 'SENT' ? 'it was sent' : 'it entered the state',
        it.priority ? code(it.priority) : 'any',
        it.in.map(code).join(', '),
        delayed[it.does],
      ]),
    );
  },
};

/** The states as text. A group that is mostly included is named with its exceptions. */
function states(from: Transition['from']): string {
  const named = Object.entries(groups).flatMap(([name, group]) => {
    const own = group.filter((it) => from.includes(it));
    const missing = group.filter((it) => !from.includes(it)).map(code);
    if (own.length <= 3) return own.map(code);
    return missing.length > 0 ? `${name} except ${missing.join(', ')}` : name;
  });
  return named.join(', ');
}

function code(text: string): string {
  return `\`${text}\``;
}

/** A Markdown table in the repository's format. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[], fill = ' ') =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0, fill)).join(' | ')} |`;
  const rule = line(
    head.map(() => ''),
    '-',
  );
  return [line(head), rule, ...rows.map((row) => line(row))].join('\n');
}

/** A document with its generated parts replaced. */
function withParts(written: string): string {
  return written.replace(
    /(<!-- generated: (\w+) -->\n)[\s\S]*?(<!-- \/generated -->)/g,
    (_, begin: string, part: string, end: string) => `${begin}\n${(parts[part] as () => string)()}\n\n${end}`,
  );
}

/** What each file is to contain. */
const files: Record<string, (written: string) => string> = {
  'docs/referrals.md': withParts,
  'docs/commands.md': withParts,
  'examples/partner-subgraph/src/persons.csv': partnerPersons,
};

let isCurrent = true;
for (const [file, generate] of Object.entries(files)) {
  const written = await readFile(file, 'utf8');
  const current = generate(written);
  if (current === written) continue;
  isCurrent = false;
  if (process.argv.includes('--check')) console.error(`${file} differs from the code: run \`npm run docs\`.`);
  else await writeFile(file, current);
}
if (process.argv.includes('--check') && !isCurrent) process.exit(1);
