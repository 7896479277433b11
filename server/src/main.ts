import process from 'node:process';

import { readConfig } from './config.ts';
import { describeFault } from './plugins/error-answers.ts';
import { explainStartFault } from './start-refusal.ts';
import { type RunningServer, startServer } from './start.ts';

/** Somebody has to change something first: a supervisor need not try again (RestartPreventExitStatus=2). */
const EXIT_REFUSED = 2;
const STOP_WITHIN_MS = 10_000;

/** The server process: environment in, JSON log out, stopped by SIGTERM or SIGINT. */
async function main(): Promise<void> {
  const read = readConfig(process.env);
  if (!read.ok) {
    process.stderr.write(`configuration refused:\n  ${read.problems.join('\n  ')}\n`);
    process.exitCode = EXIT_REFUSED;
    return;
  }
  const { config } = read;
  let server: RunningServer;
  try {
    server = await startServer({ config, clock: Date.now });
  } catch (error) {
    const reason = explainStartFault(error);
    if (reason === null) throw error;
    process.stderr.write(`the server does not start:\n  ${reason}\n`);
    process.exitCode = EXIT_REFUSED;
    return;
  }
  const { log } = server.app;
  if (server.generatedPassword !== null)
    process.stderr.write(
      `\nFirst account: ${config.bootstrap.account}\nPassword (shown this once): ${server.generatedPassword}\n\n`,
    );
  log.info({ module: 'main', url: server.url }, 'listening');

  async function stopServer(): Promise<void> {
    try {
      await server.stop();
      log.info({ module: 'main' }, 'stopped');
    } catch (error) {
      log.error({ module: 'main', fault: describeFault(error) }, 'stopped badly');
      process.exitCode = 1;
    }
  }

  let isStopping = false;
  const stop = (signal: NodeJS.Signals): void => {
    if (isStopping) return;
    isStopping = true;
    log.info({ module: 'main', signal }, 'stopping');
    // What hangs is cut off: the store survives that, and a supervisor must not have to wait.
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
    void stopServer();
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

await main();
