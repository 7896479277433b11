import { pino } from 'pino';

/** Constant message, fields apart. Fields never carry content, raw names or paths below a watched volume. */
type LogMethod = (fields: Readonly<Record<string, unknown>>, message: string) => void;

export interface Logger {
  info: LogMethod;
  warn: LogMethod;
  error: LogMethod;
  /** A logger whose lines carry the module's tag. */
  module(name: string): Logger;
}

interface Sink {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
  child(bindings: Record<string, unknown>): Sink;
}

function fromSink(sink: Sink): Logger {
  return {
    info: (fields, message) => sink.info(fields, message),
    warn: (fields, message) => sink.warn(fields, message),
    error: (fields, message) => sink.error(fields, message),
    module: (name) => fromSink(sink.child({ module: name })),
  };
}

/** JSON lines on stdout (systemd's journal takes them from there). */
export function createLogger(level: string): Logger {
  return fromSink(pino({ level, base: { program: 'kedun-agent' } }));
}

function nothing(): void {
  // Says nothing.
}

/** For tests and one-shot commands that speak to a person instead. */
export function createSilentLogger(): Logger {
  const silent: Logger = { info: nothing, warn: nothing, error: nothing, module: () => silent };
  return silent;
}

/**
 * What may be said of an unexpected error: its system code or its class, never its message,
 * which may quote a path or content.
 */
export function errorCode(error: unknown): string {
  if (error instanceof Error) {
    const code: unknown = Reflect.get(error, 'code');
    return typeof code === 'string' ? code : error.name;
  }
  return 'unknown';
}
