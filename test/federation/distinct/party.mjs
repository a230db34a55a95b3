// The system of a partner, in a process of its own: the example's part of the protocol behind an HTTP server. The parent
// sends the persons of each period, and asks for the processor time and the longest pause of the event loop.
import { createServer } from 'node:http';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import {
  DistinctCounts,
  fileMemory,
  HubTokens,
} from '../../../examples/partner-subgraph/src/distinct/index.ts';
import { ActivityReport } from '../../../examples/partner-subgraph/src/hub-activity.ts';

const { slug, keys, memory, ...options } = JSON.parse(process.argv[2]);
let persons = {};
const tokens = new HubTokens(keys, slug);
// It reports a number of persons in each period, and suppresses how many are under 26.
const report = new ActivityReport(tokens, (periods) =>
  periods.flatMap(({ subject, period }) => [
    { subject, period, measure: 'DISTINCT_PEOPLE', split: [], place: [], value: 500 },
    { subject, period, measure: 'DISTINCT_PEOPLE', split: ['UNDER_26'], place: ['YES'], value: null },
    { subject, period, measure: 'DISTINCT_PEOPLE', split: ['UNDER_26'], place: ['NO'], value: 400 },
    { subject, period, measure: 'ACCEPTANCE_RATE', split: [], place: [], value: 0.5 },
  ]),
);
const counts = new DistinctCounts({
  ...options,
  tokens,
  memory: fileMemory(memory),
  secret: `secret of ${slug}`,
  persons: ({ name }) => persons[name] ?? [],
});
const pauses = monitorEventLoopDelay({ resolution: 1 });
let used = process.cpuUsage();

const server = createServer(async (request, response) => {
  if (await report.answer(request, response)) return;
  if (!(await counts.answer(request, response))) response.writeHead(404).end();
});
server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }));

process.on('disconnect', () => process.exit());
process.on('message', (message) => {
  if (message.persons) {
    persons = message.persons;
    used = process.cpuUsage();
    pauses.reset();
    pauses.enable();
    process.send({});
  } else {
    const { user, system } = process.cpuUsage(used);
    process.send({ cpu: (user + system) / 1000, pause: pauses.max / 1e6 });
  }
});
