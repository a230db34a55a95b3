import { parentPort, workerData } from 'node:worker_threads';
import { generateTown } from './index.js';

// The thread of `generateAside`: it says the rows of the town, and ends.
parentPort?.postMessage(generateTown(workerData));
