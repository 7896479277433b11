/**
 * A raw customer value. It has a type of its own so that it cannot slip into a log, an error or an
 * event: every implicit conversion yields a placeholder, only `reveal()` gives the value.
 */
export class RawValue {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  /** The value itself. Call sites are few on purpose: digest, mask, redaction. */
  reveal(): string {
    return this.#value;
  }

  toString(): string {
    return '[raw]';
  }

  toJSON(): string {
    return '[raw]';
  }

  [Symbol.toPrimitive](): string {
    return '[raw]';
  }
}
