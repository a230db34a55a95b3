import 'reflect-metadata';
import { readFile, writeFile } from 'node:fs/promises';
import {
  type GraphQLEnumType,
  type GraphQLInputObjectType,
  getNullableType,
  isRequiredInputField,
} from 'graphql';
import { loadConfig } from '../src/config/index.js';
import { features, resolvers } from '../src/features/index.js';
import { type DelayedAct, type DelayUnit, delays } from '../src/features/referrals/delays.js';
import { referrals } from '../src/features/referrals/index.js';
import {
  closedStatuses,
  lifecycle,
  type Party,
  ReferralStatus,
  type Transition,
} from '../src/features/referrals/lifecycle.js';
import { mutationsByAct } from '../src/features/referrals/referral-command.js';
import { assemble } from '../src/graphql/schema.js';

// Writes the generated parts of docs/referrals.md (from lifecycle.ts and delays.ts) and docs/commands.md (from the
// commands' declarations); with --check, only says whether they are current. A generated part stands between the
// marks `<!-- generated: part -->` and `<!-- /generated -->`; the rest is written by hand.

const schema = await assemble(resolvers);

const mutations = mutationsByAct(referrals.commands ?? []);
/** What every act names, or every command that creates something. */
const usual = ['referral', 'expectedVersion', 'idempotencyKey'];
/** The fields without which a mutation on a referral means nothing, besides the usual ones. */
function requiredBy(mutation: string): string[] {
  const [argument] = schema.getMutationType()?.getFields()[mutation]?.args ?? [];
  const fields = Object.values((getNullableType(argument?.type) as GraphQLInputObjectType).getFields());
  return fields.filter((it) => isRequiredInputField(it) && !usual.includes(it.name)).map(({ name }) => name);
}

const names: Record<Party, string> = {
  SENDER: 'sender',
  RECEIVER: 'receiver',
  COORDINATOR: 'coordinator',
  SYSTEM: 'the hub',
};
const sharings = {
  BEGIN: 'begins, with the identity',
  OPEN: 'reaches as far as agreed',
  END: 'ends',
} as const;

const delayed: Record<DelayedAct, string> = {
  REMIND: 'a reminder to the side whose turn it is',
  ESCALATE: 'an escalation to both sides and the coordinator',
  EXPIRE: 'the end',
};

const statuses = Object.keys(ReferralStatus) as ReferralStatus[];
const groups = {
  'any open': statuses.filter((it) => !closedStatuses.includes(it)),
  'any closed': closedStatuses,
};

const who = ({ by }: Transition) => by.map((party) => names[party]).join(', ');
/** The diagram draws an act that is possible in some states; one that nearly always is, is said below it. */
const drawn = ({ from, another }: Transition) => from.length <= 3 && !another;

const parts: Record<string, () => string> = {
  states: () => {
    const type = schema.getType('ReferralStatus') as GraphQLEnumType;
    return table(
      ['State', 'Means'],
      type.getValues().map(({ name, description }) => [code(name), description ?? '']),
    );
  },
  diagram: () => {
    const edges = lifecycle.filter(drawn).flatMap((row) => {
      const label = `${row.act} (${who(row)})`;
      const from = row.from.length > 0 ? row.from : ['[*]'];
      return from.map((status) => `  ${status} --> ${row.to} : ${label}`);
    });
    const always = lifecycle
      .filter((row) => !drawn(row))
      .map((row) => {
        const to = row.another ? `another referral, ${code(row.to)}` : code(row.to);
        return `- ${code(row.act)} (${who(row)}) from ${states(row.from)}: ${to}.`;
      });
    const oneStep = '  [*] --> REQUESTED : SEND (sender), in one step';
    return ['```mermaid', 'stateDiagram-v2', oneStep, ...edges, '```', '', 'Besides:', '', ...always].join(
      '\n',
    );
  },
  acts: () =>
    table(
      ['Act', 'Mutation', 'Who', 'From', 'To', 'Needs', 'The receiver’s access', 'Event'],
      lifecycle.map((row) => {
        const mutation = mutations.get(row.act);
        const needs = mutation ? requiredBy(mutation) : [];
        return [
          code(row.act),
          mutation ? code(mutation) : '–',
          who(row),
          states(row.from) || '–',
          row.another ? `another, ${code(row.to)}` : code(row.to),
          [...needs, ...(row.outcomes ?? [])].map(code).join(', ') || '–',
          row.sharing ? sharings[row.sharing] : 'stays',
          code(row.event),
        ];
      }),
    ),
  commands: () =>
    table(
      ['Command', 'What it does, and for whom', 'Roles'],
      features
        .flatMap((feature) => feature.commands ?? [])
        .toSorted((a, b) => (a.name < b.name ? -1 : 1))
        .map(({ name, description, roles }) => [
          code(name),
          description,
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

/** Which states, by their group where they are most of it. */
function states(from: Transition['from']): string {
  const named = Object.entries(groups).flatMap(([name, group]) => {
    const own = group.filter((it) => from.includes(it));
    const missing = group.filter((it) => !from.includes(it)).map(code);
    if (own.length <= 3) return own.map(code);
    return missing.length > 0 ? `${name} but ${missing.join(', ')}` : name;
  });
  return named.join(', ');
}

function code(text: string): string {
  return `\`${text}\``;
}

/** A table as the formatter of the repository writes it. */
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

let isCurrent = true;
for (const file of ['docs/referrals.md', 'docs/commands.md']) {
  const written = await readFile(file, 'utf8');
  const current = written.replace(
    /(<!-- generated: (\w+) -->\n)[\s\S]*?(<!-- \/generated -->)/g,
    (_, begin: string, part: string, end: string) => `${begin}\n${(parts[part] as () => string)()}\n\n${end}`,
  );
  if (current === written) continue;
  isCurrent = false;
  if (process.argv.includes('--check')) console.error(`${file} differs from the code: run \`npm run docs\`.`);
  else await writeFile(file, current);
}
if (process.argv.includes('--check') && !isCurrent) process.exit(1);
