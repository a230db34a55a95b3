import { parentPort, workerData } from 'node:worker_threads';
import { generateTown } from './index.js';

// The worker of `fillsWithTown`: posts the rows of the town and ends.
parentPort?.postMessage(generateTown(workerData));
