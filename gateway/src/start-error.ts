/** A reason why the gateway cannot start. The message is for the operator: at most ten lines, one problem in each. */
export class StartError extends Error {
  override readonly name: string = 'StartError';
}
