import { parentPort, workerData } from 'node:worker_threads';
import type { SystemProblem } from '../partner-systems/system.js';
import { makeReleases } from './make-releases.js';

// The worker of the release queue: makes releases, posts the problems with the systems of partners and ends.
const problems: SystemProblem[] = [];
await makeReleases(workerData, (problem) => problems.push(problem));
parentPort?.postMessage(problems);
