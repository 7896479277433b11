import path from 'node:path';

export const DEFAULT_STATE_DIRECTORY = '/var/lib/kedun-agent';
export const DEFAULT_SOCKET_PATH = '/run/kedun-agent/agent.sock';

/** Everything the agent keeps, in one directory only its own account can enter (0700). */
export function statePaths(directory: string) {
  const root = path.resolve(directory);
  return {
    directory: root,
    identity: path.join(root, 'identity.json'),
    policy: path.join(root, 'policy.jws'),
    assignment: path.join(root, 'assignment.json'),
    outbox: path.join(root, 'outbox.db'),
    quarantine: path.join(root, 'quarantine'),
    statusSocket: path.join(root, 'status.sock'),
  } as const;
}
export type StatePaths = ReturnType<typeof statePaths>;
