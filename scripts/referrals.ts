import 'reflect-metadata';
import { readFile, writeFile } from 'node:fs/promises';
import type { GraphQLEnumType } from 'graphql';
import { loadConfig } from '../src/config.js';
import { resolvers } from '../src/features/index.js';
import { type DelayedAct, type DelayUnit, delays } from '../src/features/referrals/delays.js';
import {
  type Call,
  calls,
  closedStatuses,
  lifecycle,
  type Party,
  ReferralStatus,
  type Transition,
} from '../src/features/referrals/lifecycle.js';
import { assemble } from '../src/graphql/schema.js';

// Writes into docs/referrals.md what src/features/referrals/lifecycle.ts and delays.ts say; with --check, only says whether it is current.
// Between the marks `<!-- lifecycle: part -->` and `<!-- /lifecycle -->` stands what is written here; the rest by hand.

const file = 'docs/referrals.md';
const schema = await assemble(resolvers);

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
        const { mutation, needs }: Call = calls[row.act];
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

const written = await readFile(file, 'utf8');
const current = written.replace(
  /(<!-- lifecycle: (\w+) -->\n)[\s\S]*?(<!-- \/lifecycle -->)/g,
  (_, begin: string, part: string, end: string) => `${begin}\n${(parts[part] as () => string)()}\n\n${end}`,
);
if (!process.argv.includes('--check')) await writeFile(file, current);
else if (current !== written) {
  console.error(`${file} differs from the lifecycle: run \`npm run docs:referrals\`.`);
  process.exit(1);
}
