#!/usr/bin/env node
import { parseArgs } from 'node:util';

import { EnrolmentError } from '../identity/enrol.ts';
import { DEFAULT_SOCKET_PATH, DEFAULT_STATE_DIRECTORY } from '../state-paths.ts';
import { AGENT_VERSION } from '../version.ts';
import { applyBrowserPolicy, removeBrowserPolicy } from './browser-policy.ts';
import { runEnrol } from './enrol.ts';
import { runNativeHost } from './native-host.ts';
import { runQuarantine } from './quarantine.ts';
import { runDaemon } from './run.ts';
import { runStatus } from './status.ts';
import { UsageError } from './usage-error.ts';

const USAGE = `kedun-agent ${AGENT_VERSION}

  run             daemon in the foreground        [--state DIR] [--socket PATH] [--server URL --token TOKEN]
  enrol           enrol this workstation          --server URL --token TOKEN [--state DIR]
  status          what the agent is doing         [--state DIR] [--json]
  native-host     relay for the browser           [--socket PATH]
  browser-policy  install the browser extension   --server URL [--state DIR] [--socket PATH] [--etc /etc]
                                                  [--extension-token TOKEN] [--all] | --remove
  quarantine      list | restore ID --to PATH | purge ID     [--state DIR] [--json]

Defaults: --state ${DEFAULT_STATE_DIRECTORY}, --socket ${DEFAULT_SOCKET_PATH}
`;

function readArguments(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        state: { type: 'string', default: DEFAULT_STATE_DIRECTORY },
        socket: { type: 'string', default: DEFAULT_SOCKET_PATH },
        server: { type: 'string' },
        token: { type: 'string' },
        etc: { type: 'string', default: '/etc' },
        'extension-token': { type: 'string' },
        to: { type: 'string' },
        all: { type: 'boolean', default: false },
        remove: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
        version: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : 'Arguments make no sense.');
  }
}

function required(value: string | undefined, name: string): string {
  if (value === undefined || value === '') throw new UsageError(`--${name} is needed.`);
  return value;
}

/** Exit code of the command. */
async function dispatch(args: readonly string[]): Promise<number> {
  // Browsers add the caller's origin and, on Windows, a window handle: these are not our options.
  if (args[0] === 'native-host') return runNativeHost(args.slice(1));
  const { values, positionals } = readArguments(args);
  if (values.version) {
    console.log(AGENT_VERSION);
    return 0;
  }
  const [command, ...rest] = positionals;
  if (values.help || command === undefined) {
    console.log(USAGE);
    return values.help ? 0 : 2;
  }
  switch (command) {
    case 'run':
      return runDaemon(values);
    case 'enrol':
      return runEnrol({
        state: values.state,
        server: required(values.server, 'server'),
        token: required(values.token, 'token'),
      });
    case 'status':
      return runStatus(values);
    case 'browser-policy':
      if (values.remove) return removeBrowserPolicy(values);
      return applyBrowserPolicy({
        ...values,
        server: required(values.server, 'server'),
        extensionToken: values['extension-token'],
      });
    case 'quarantine':
      return runQuarantine({ ...values, words: rest });
    default:
      throw new UsageError(`There is no command "${command}".`);
  }
}

try {
  process.exitCode = await dispatch(process.argv.slice(2));
} catch (error) {
  if (error instanceof UsageError) {
    console.error(`${error.message}\n\n${USAGE}`);
    process.exitCode = 2;
  } else {
    console.error(error instanceof Error ? error.message : 'The command failed.');
    process.exitCode = error instanceof EnrolmentError ? 3 : 1;
  }
}
