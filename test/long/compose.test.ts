import { expect, it } from '@jest/globals';
import { run } from '../kit/run.js';

it('docker-compose.yml is valid (checked where docker-compose is installed)', async () => {
  const secret = 'a secret of this test, which is long enough';
  const env = { POSTGRES_PASSWORD: 'password', HUB_SECRET: secret, PORT: '4000' };
  const { code, stderr } = await run(env, [
    'docker-compose',
    '--profile',
    'federation',
    'config',
    '--quiet',
  ]).ended.catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    console.info('docker-compose.yml was not checked: docker-compose is not installed');
    return { code: 0, stderr: '' };
  });
  expect([code, stderr]).toEqual([0, '']);
});
