import path from 'node:path';

import { cruise, type ICruiseResult } from 'dependency-cruiser';

import { IMPORT_RULES, READING } from './import-flow.ts';

const repository = path.resolve(import.meta.dirname, '../../..');
const folders = ['shared', 'extension', 'agent', 'server', 'tests'];

export interface ImportRuleReport {
  readonly moduleCount: number;
  /** One line a breach. */
  readonly breaches: readonly string[];
}

/**
 * Reads every module of the workspaces below `root` and checks the flow of imports. Throws when it saw fewer
 * than `minModules`: under TypeScript 7 the checker reads nothing and reports success unless it parses with swc.
 */
export async function checkImportRules(
  root = repository,
  minModules = 100,
): Promise<ImportRuleReport> {
  process.chdir(root);
  const { output } = await cruise(folders, {
    ...READING,
    ruleSet: { forbidden: IMPORT_RULES },
    validate: true,
  });
  const { summary, modules } = output as ICruiseResult;
  const own = modules.filter(({ source }) => folders.some((name) => source.startsWith(`${name}/`)));
  if (own.length < minModules)
    throw new Error(`the import checker saw ${own.length} modules: it is not reading the project`);
  return {
    moduleCount: own.length,
    breaches: summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`),
  };
}

if (import.meta.main) {
  const { moduleCount, breaches } = await checkImportRules();
  for (const breach of breaches) console.error(breach);
  console.log(`${moduleCount} modules read, ${breaches.length} import against the flow`);
  process.exitCode = breaches.length === 0 ? 0 : 1;
}
