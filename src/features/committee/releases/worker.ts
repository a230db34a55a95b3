import { parentPort, workerData } from 'node:worker_threads';
import { makeReleases } from './make-releases.js';

// The worker of the release queue: makes releases, posts their days and ends.
parentPort?.postMessage(await makeReleases(workerData));
