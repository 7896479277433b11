import { readIdentity } from '../identity/identity.ts';
import { createLogger, errorCode } from '../logging/logger.ts';
import { startAgent } from '../main.ts';
import { statePaths } from '../state-paths.ts';
import { enrolHere } from './enrol.ts';
import { UsageError } from './usage-error.ts';

export interface RunOptions {
  readonly state: string;
  readonly socket: string;
  readonly server?: string | undefined;
  readonly token?: string | undefined;
}

/** The daemon in the foreground, until SIGTERM or SIGINT. */
export async function runDaemon(options: RunOptions): Promise<number> {
  const logger = createLogger(process.env['KEDUN_LOG_LEVEL'] ?? 'info');
  // Nothing here should get this far; if it does, enforcement goes on and the journal says so.
  process.on('unhandledRejection', (reason) =>
    logger.error({ code: errorCode(reason) }, 'unhandled rejection'),
  );
  process.on('uncaughtException', (error) => {
    logger.error({ code: errorCode(error), stack: framesOf(error) }, 'uncaught exception');
    process.exit(70);
  });
  if ((options.server === undefined) !== (options.token === undefined))
    throw new UsageError('--server and --token go together.');
  if (options.server !== undefined && options.token !== undefined) {
    const { state } = await readIdentity(statePaths(options.state));
    if (state === 'not-enrolled') {
      const endpointId = await enrolHere({
        state: options.state,
        server: options.server,
        token: options.token,
      });
      logger.info({ endpointId }, 'enrolled');
    }
  }
  const agent = await startAgent({
    stateDirectory: options.state,
    socketPath: options.socket,
    logger,
  });
  const { endpointId, policyVersion, watchedVolumes, usb } = agent.status();
  logger.info(
    { endpointId, policyVersion, volumes: watchedVolumes.length, usb, socket: options.socket },
    'running',
  );
  const signal = await new Promise<NodeJS.Signals>((resolve) => {
    for (const name of ['SIGTERM', 'SIGINT'] as const) process.once(name, resolve);
  });
  logger.info({ signal }, 'stopping');
  await agent.stop();
  return 0;
}

/** Where it happened, without the message: that may quote content. */
function framesOf(error: Error): string {
  return (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 8)
    .join('\n');
}
