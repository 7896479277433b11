import { readIdentity } from '../identity/identity.ts';
import { statePaths } from '../state-paths.ts';
import { type AgentStatus, askStatus } from '../status/status.ts';
import { AGENT_VERSION } from '../version.ts';

/** What can be said while no agent runs: from the state folder alone. */
async function statusAtRest(state: string): Promise<AgentStatus> {
  const read = await readIdentity(statePaths(state));
  const identity = read.state === 'enrolled' ? read.identity : null;
  return {
    running: false,
    version: AGENT_VERSION,
    enrolled: identity !== null,
    endpointId: identity?.endpointId ?? null,
    server: identity?.serverUrl ?? null,
    organisation: identity?.organisation ?? null,
    standing: identity ? 'active' : 'not-enrolled',
    live: false,
    lastContactAt: null,
    lastError: null,
    policyVersion: 0,
    lastPolicyRefusal: null,
    outbox: null,
    watchedVolumes: [],
    filesWaiting: 0,
    nativeConnections: 0,
    usb: 'none',
    notices: false,
  };
}

function describe(status: AgentStatus): string {
  const { outbox, lastPolicyRefusal: refusal } = status;
  const volumes = status.watchedVolumes.map((v) => `${v.mountPoint} (${v.fileSystem})`).join(', ');
  const lines = [
    ['agent', status.running ? `running, version ${status.version}` : 'not running'],
    ['enrolled', status.enrolled ? `yes, as ${status.endpointId}` : 'no'],
    ['server', `${status.server ?? '—'}${status.live ? ' (connected)' : ''}`],
    ['standing', status.standing],
    ['last contact', status.lastContactAt ? new Date(status.lastContactAt).toISOString() : '—'],
    ['last error', status.lastError ?? '—'],
    ['policy', status.policyVersion ? `version ${status.policyVersion}` : 'none'],
    [
      'last refusal',
      refusal ? `${refusal.reason} (offered ${refusal.offeredVersion ?? '?'})` : '—',
    ],
    [
      'outbox',
      outbox
        ? `${outbox.depth} waiting, ${outbox.deadLetters} refused by the server, ${outbox.droppedSinceStart} dropped, ${outbox.storage}`
        : '—',
    ],
    ['volumes', volumes || '—'],
    ['browsers', String(status.nativeConnections)],
    ['usb', status.usb],
  ];
  return lines.map(([name, value]) => `${(name ?? '').padEnd(14)}${value ?? ''}`).join('\n');
}

/** Exit code 0 = running and enrolled, 4 = not. */
export async function runStatus(options: { state: string; json: boolean }): Promise<number> {
  const asked = await askStatus(statePaths(options.state).statusSocket);
  const status = asked ?? (await statusAtRest(options.state));
  console.log(options.json ? JSON.stringify(status, null, 2) : describe(status));
  return status.running && status.enrolled ? 0 : 4;
}
