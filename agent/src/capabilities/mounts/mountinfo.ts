/** One line of /proc/self/mountinfo, see proc_pid_mountinfo(5). */
export interface MountLine {
  readonly majorMinor: string;
  readonly mountPoint: string;
  readonly readOnly: boolean;
  readonly fileSystem: string;
  readonly source: string;
}

/** The kernel writes space, tab, newline and backslash as three octal digits. */
function unescapeOctal(text: string): string {
  return text.replace(/\\([0-7]{3})/g, (_, octal: string) =>
    String.fromCharCode(Number.parseInt(octal, 8)),
  );
}

function isReadOnly(options: string | undefined): boolean {
  return options?.split(',').includes('ro') ?? false;
}

/** A line that is not of the known form is left out. Where mounts are stacked, the last one is what one sees. */
export function parseMountinfo(text: string): readonly MountLine[] {
  const byMountPoint = new Map<string, MountLine>();
  for (const line of text.split('\n')) {
    const [head, tail] = line.split(' - ');
    const fields = head?.split(' ') ?? [];
    const [, , majorMinor, , target, options] = fields;
    const [fileSystem, source, superOptions] = tail?.split(' ') ?? [];
    if (!majorMinor || !target || !options || !fileSystem || source === undefined) continue;
    if (!/^\d+:\d+$/.test(majorMinor)) continue;
    const mountPoint = unescapeOctal(target);
    byMountPoint.delete(mountPoint);
    byMountPoint.set(mountPoint, {
      majorMinor,
      mountPoint,
      readOnly: isReadOnly(options) || isReadOnly(superOptions),
      fileSystem,
      source: unescapeOctal(source),
    });
  }
  return [...byMountPoint.values()];
}

/** Kernel interfaces and the like: nobody keeps a customer file there. tmpfs is not among them: one can. */
const PSEUDO_FILE_SYSTEMS: ReadonlySet<string> = new Set([
  'autofs',
  'binfmt_misc',
  'bpf',
  'cgroup',
  'cgroup2',
  'configfs',
  'debugfs',
  'devpts',
  'devtmpfs',
  'efivarfs',
  'fusectl',
  'hugetlbfs',
  'mqueue',
  'nsfs',
  'proc',
  'pstore',
  'rpc_pipefs',
  'securityfs',
  'selinuxfs',
  'squashfs',
  'sysfs',
  'tracefs',
]);

export function holdsFiles(line: Pick<MountLine, 'fileSystem'>): boolean {
  return !PSEUDO_FILE_SYSTEMS.has(line.fileSystem);
}

/** `Stats.dev` of glibc for a major and minor number, see makedev(3). */
export function deviceNumber(majorMinor: string): bigint {
  const [majorText, minorText] = majorMinor.split(':');
  const major = BigInt(majorText ?? 0);
  const minor = BigInt(minorText ?? 0);
  return (
    ((major & 0xfffff000n) << 32n) |
    ((major & 0xfffn) << 8n) |
    ((minor & 0xffffff00n) << 12n) |
    (minor & 0xffn)
  );
}
