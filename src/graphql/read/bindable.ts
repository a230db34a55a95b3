/** The coerced variables of a request. */
export type Variables = Readonly<Record<string, unknown>>;

/** A value that is computed from the variables of a request, such as the arguments of a field. */
export class Bindable<Value> {
  #variables: Variables;

  /** @param compute must be pure. Undefined when the value does not depend on the variables. */
  constructor(
    private value: Value,
    variables: Variables,
    private readonly compute: ((variables: Variables) => Value) | undefined,
  ) {
    this.#variables = variables;
  }

  /** The value for the variables of this or of another request. */
  at(variables: Variables): Value {
    if (this.compute && variables !== this.#variables) {
      this.value = this.compute(variables);
      this.#variables = variables;
    }
    return this.value;
  }

  /** Whether the value is the same for all requests. */
  get isConstant(): boolean {
    return this.compute === undefined;
  }
}
