import 'reflect-metadata';
import { setUp } from '../src/setup/command.js';
import { StartError } from '../src/start-error.js';

// Creates the first accounts of a database; see --help.
const hasTerminal = process.stdin.isTTY && process.stdout.isTTY;
setUp(process.argv.slice(2), process.env, { hasTerminal, say: console.log }).catch((error: unknown) => {
  console.error(error instanceof StartError ? error.message : error);
  process.exitCode = 1;
});
