import { execFile } from 'node:child_process';
import { readFile, readlink } from 'node:fs/promises';
import type { Socket } from 'node:net';

/** Which account is at the other end of a local connection; null = nobody can say. */
export type PeerUser = (socket: Socket) => Promise<number | null>;

/** Line of `ss -xnpH` whose local inode is `inode`, as the pid of its first holder. */
export function holderOf(ssOutput: string, inode: string): number | null {
  for (const line of ssOutput.split('\n')) {
    const fields = line.trim().split(/\s+/);
    // netid state recv send local-address local-inode peer-address peer-inode users
    if (fields[5] !== inode) continue;
    const pid = /pid=(\d+)/.exec(line)?.[1];
    if (pid !== undefined) return Number(pid);
  }
  return null;
}

/** The peer's inode of the connection with our inode. */
export function peerInodeOf(ssOutput: string, inode: string): string | null {
  for (const line of ssOutput.split('\n')) {
    const fields = line.trim().split(/\s+/);
    if (fields[5] === inode && /^\d+$/.test(fields[7] ?? '')) return fields[7] ?? null;
  }
  return null;
}

function askSs(): Promise<string> {
  return new Promise((resolve) => {
    const options = { timeout: 5_000, maxBuffer: 16_000_000 };
    execFile('ss', ['-xnpH', 'state', 'connected'], options, (error, stdout) =>
      resolve(error ? '' : stdout),
    );
  });
}

function ownDescriptor(socket: Socket): number | null {
  const handle: unknown = Reflect.get(socket, '_handle');
  const fd: unknown =
    typeof handle === 'object' && handle !== null ? Reflect.get(handle, 'fd') : null;
  return typeof fd === 'number' && fd >= 0 ? fd : null;
}

/**
 * Node has no SO_PEERCRED. The kernel knows which socket is at the other end and tells it over sock_diag
 * (`ss`, iproute2), which process holds that, and who runs it. A claim in a message would be the page's or
 * a neighbour's word. Where any step fails the user is unknown, and nobody is named.
 */
export function createLinuxPeerUser(): PeerUser {
  return async (socket) => {
    const fd = ownDescriptor(socket);
    if (fd === null) return null;
    try {
      const inode = /^socket:\[(\d+)\]$/.exec(await readlink(`/proc/self/fd/${fd}`))?.[1];
      if (inode === undefined) return null;
      const table = await askSs();
      const peer = peerInodeOf(table, inode);
      const pid = peer === null ? null : holderOf(table, peer);
      if (pid === null) return null;
      const status = await readFile(`/proc/${pid}/status`, 'utf8');
      // Real, effective, saved, file-system: the real one is who started it.
      const uid = /^Uid:\s+(\d+)/m.exec(status)?.[1];
      return uid === undefined ? null : Number(uid);
    } catch {
      return null;
    }
  };
}

/** Where the platform offers no way to know. */
export function createUnknownPeerUser(): PeerUser {
  return () => Promise.resolve(null);
}
