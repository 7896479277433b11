/** The server will not start until a person changes something. The message says what, and in which file. */
export class StartRefusal extends Error {
  override readonly name = 'StartRefusal';
}

function field(error: Error, name: string): string {
  const value: unknown = Reflect.get(error, name);
  return typeof value === 'string' ? value : '';
}

const FOLDER_CODES = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'ENOSPC', 'EDQUOT']);

/** A fault while starting in the operator's words; null for one that only a developer can read. */
export function explainStartFault(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  if (error instanceof StartRefusal) return error.message;
  const code = field(error, 'code');
  if (field(error, 'syscall') === 'listen')
    return code === 'EADDRINUSE'
      ? 'KEDUN_HOST, KEDUN_PORT: another program listens there already (EADDRINUSE).'
      : `KEDUN_HOST, KEDUN_PORT: cannot listen there (${code}).`;
  if (['EAI_AGAIN', 'ENOTFOUND'].includes(code))
    return `KEDUN_HOST: not a name or address of this machine (${code}).`;
  if (FOLDER_CODES.has(code))
    return `KEDUN_DATA_DIR: cannot write ${field(error, 'path')} (${code}). The account that runs the server must own it.`;
  return null;
}
