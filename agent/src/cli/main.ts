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

  run             守护进程（前台运行） / daemon in the foreground
                  [--state DIR] [--socket PATH] [--server URL --token TOKEN]
  enrol           登记本机 / enrol this workstation
                  --server URL --token TOKEN [--state DIR]
  status          查看运行状态 / what the agent is doing
                  [--state DIR] [--json]
  native-host     浏览器的中继，由浏览器启动 / relay, started by the browser
                  [--socket PATH]
  browser-policy  安装浏览器扩展 / install the browser extension
                  --server URL [--socket PATH] [--etc /etc] [--extension-token TOKEN] [--all]
                  --remove [--etc /etc]
  quarantine      隔离区 / quarantined files
                  list [--json] | restore ID --to PATH | purge ID     [--state DIR]

退出码 / exit codes: 0 成功 / done · 1 失败 / failed · 2 用法有误 / wrong usage
                     3 登记失败 / enrolment failed · 4 未运行或未登记 / not running or not enrolled
默认值 / defaults: --state ${DEFAULT_STATE_DIRECTORY}, --socket ${DEFAULT_SOCKET_PATH}
`;

/** One token in 64 begins with a dash, which would be read as an option. */
function joinTokens(args: readonly string[]): string[] {
  const joined: string[] = [];
  for (const arg of args) {
    const before = joined.at(-1);
    if (before === '--token' || before === '--extension-token')
      joined[joined.length - 1] = `${before}=${arg}`;
    else joined.push(arg);
  }
  return joined;
}

function readArguments(args: readonly string[]) {
  try {
    return parseArgs({
      args: joinTokens(args),
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
  if (args[0] === 'native-host' && args[1] !== '--help') return runNativeHost(args.slice(1));
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
  // What could not start must not linger half alive: systemd starts it again.
  process.exit();
}
