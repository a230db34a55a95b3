import { createServer } from 'node:http';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { isMainThread } from 'node:worker_threads';

/*
 * Loaded before a hub: measures the pauses of its event loop. Each request to PAUSES_PORT returns the longest pause
 * since the request before, in milliseconds.
 */

if (isMainThread) {
  const histogram = monitorEventLoopDelay({ resolution: 1 });
  histogram.enable();
  createServer((_, response) => {
    response.end(String(histogram.max / 1e6));
    histogram.reset();
  })
    .listen(0, '127.0.0.1', function listening(this: { address(): unknown }) {
      console.log(`pauses at ${(this.address() as { port: number }).port}`);
    })
    .unref();
}
