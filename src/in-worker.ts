import { Worker } from 'node:worker_threads';

/**
 * Runs a module in a worker thread and returns the message that it posts. The thread ends with the module.
 * @param module the URL of the module; it reads `data` as `workerData`
 * @param signal ends the thread when it is aborted
 * @throws what the module throws; an Error when the thread ends without a message
 */
export function inWorker<Result>(module: URL, data: unknown, signal?: AbortSignal): Promise<Result> {
  const worker = new Worker(module, {
    workerData: data,
    // The worker must not inherit flags of the process, such as --import.
    execArgv: [],
  });
  const stop = () => void worker.terminate();
  signal?.addEventListener('abort', stop, { once: true });
  return new Promise<Result>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('the worker ended without a result')));
  }).finally(() => signal?.removeEventListener('abort', stop));
}
