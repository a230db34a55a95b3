import 'reflect-metadata';
import { loadConfig } from '../src/config/index.js';
import { connect, migrate } from '../src/database/migrate.js';
import { checkSecret } from '../src/features/beneficiaries/index.js';
import { entities } from '../src/features/index.js';
import { StartError } from '../src/start-error.js';
import { loadTown } from './town/load.js';
import { prepareCommittee } from './town/releases.js';

/** `npm run demo:load`: loads the demonstration town into the database of DATABASE_URL. */
async function main(): Promise<void> {
  const { databaseUrl, databaseLoginUrl, secret } = loadConfig(process.env);
  if (!databaseUrl) {
    throw new StartError(
      'Set DATABASE_URL to the database into which the demonstration town is to be loaded. The embedded database needs no loading: the first `npm start` does it.',
    );
  }
  const loginUrl = await migrate(databaseUrl, entities, databaseLoginUrl);
  await checkSecret(databaseUrl, secret);
  const owner = await connect(databaseUrl, 'DATABASE_URL');
  try {
    const outcome = await loadTown(owner, secret);
    await prepareCommittee(loginUrl, secret);
    console.log(
      outcome === 'loaded'
        ? 'The demonstration town is loaded: real partners, fictional persons.'
        : 'The demonstration town is already loaded; nothing was changed.',
    );
  } finally {
    await owner.end();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof StartError ? error.message : error);
  process.exitCode = 1;
});
