import { parentPort, workerData } from 'node:worker_threads';
import { generateTown } from './index.js';

// Worker of `generateInWorker`: posts the rows of the town and ends.
parentPort?.postMessage(generateTown(workerData));
