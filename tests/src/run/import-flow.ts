import type {
  ICruiseOptions,
  IForbiddenRuleType,
  IRegularForbiddenRuleType,
} from 'dependency-cruiser';

const workspaces = ['shared', 'extension', 'agent', 'server', 'tests'];
const others = (...own: string[]) =>
  `^(${workspaces.filter((name) => !own.includes(name)).join('|')})/`;

function forbid(
  name: string,
  comment: string,
  from: IRegularForbiddenRuleType['from'],
  to: IRegularForbiddenRuleType['to'],
): IForbiddenRuleType {
  return { name, comment, severity: 'error', from, to };
}

/** Folders of shared/src, each with those it may import. */
const sharedFlow: Readonly<Record<string, readonly string[]>> = {
  contracts: [],
  redaction: ['contracts'],
  policy: ['contracts'],
  enrolment: ['contracts'],
  documents: ['contracts'],
  detection: ['contracts', 'redaction'],
  decode: ['contracts', 'detection'],
  'linear-regex': [],
  detectors: ['contracts', 'redaction', 'detection', 'linear-regex'],
  inspection: ['contracts', 'redaction', 'policy', 'decode', 'detection', 'detectors', 'documents'],
};

/** The one way data flows: nothing imports against it. Checked by `npm run check`. */
export const IMPORT_RULES: IForbiddenRuleType[] = [
  forbid(
    'no-cycle',
    'Two modules that need each other are one.',
    {},
    { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  ),
  forbid(
    'no-unresolved',
    'An import nobody can follow.',
    {},
    { couldNotResolve: true, pathNot: '^virtual:' },
  ),
  forbid(
    'shared-knows-nobody',
    'shared imports nothing of ours.',
    { path: '^shared/' },
    { path: others('shared') },
  ),
  forbid(
    'extension-only-shared',
    'A program imports only shared.',
    { path: '^extension/' },
    { path: others('extension', 'shared') },
  ),
  forbid(
    'agent-only-shared',
    'A program imports only shared.',
    { path: '^agent/' },
    { path: others('agent', 'shared') },
  ),
  forbid(
    'server-only-shared',
    'A program imports only shared.',
    { path: '^server/' },
    { path: others('server', 'shared') },
  ),
  forbid(
    'server-not-console',
    'The server hands the console out as files.',
    { path: '^server/src/' },
    { path: '^server/console/' },
  ),
  forbid(
    'console-only-contracts',
    'The console imports only shared/contracts.',
    { path: '^server/console/' },
    { path: ['^shared/src/(?!contracts/)', '^server/src/', others('server', 'shared')] },
  ),
  forbid(
    'no-node-in-shared',
    'shared runs in a page as well.',
    { path: '^(shared|extension)/src/' },
    { dependencyTypes: ['core'] },
  ),
  forbid(
    'page-hooks-alone',
    'The page world carries no policy, no engine, no library.',
    { path: '^extension/src/page-hooks/' },
    { pathNot: ['^extension/src/page-hooks/', '^shared/src/contracts/(bridge-|vocabulary)'] },
  ),
  forbid(
    'no-schema-library-in-the-page',
    'Sensors, enforcement and pipeline run in pages: guards instead of zod.',
    {
      path: '^extension/src/(sensors|enforcement|pipeline|page-hooks)/',
    },
    { path: 'node_modules/zod/' },
  ),
  ...Object.entries(sharedFlow).map(([folder, allowed]) =>
    forbid(
      `shared-${folder}`,
      `shared/src/${folder} imports only: ${['itself', ...allowed].join(', ')}.`,
      { path: `^shared/src/${folder}/` },
      { path: '^shared/src/', pathNot: `^shared/src/(${[folder, ...allowed].join('|')})/` },
    ),
  ),
];

export const READING: ICruiseOptions = {
  doNotFollow: { path: 'node_modules' },
  // Tests use `await using`, which the reader's syntax tree does not know; knip holds them to their own package.json.
  exclude: {
    path: '(^|/)([.]output|[.]wxt|dist|node_modules/[.])|^tests/src/architecture/fixtures/|[.]test[.]tsx?$',
  },
  parser: 'swc',
  tsPreCompilationDeps: true,
  combinedDependencies: true,
  enhancedResolveOptions: {
    exportsFields: ['exports'],
    conditionNames: ['import', 'node', 'default'],
    extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
  },
};
