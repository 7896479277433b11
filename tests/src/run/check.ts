import { close, runTests } from './closing-line.ts';
import { runSteps, STATIC_STEPS } from './steps.ts';

/** `npm run check`: everything that needs no browser, no root and no network. */
const steps = await runSteps(STATIC_STEPS);
close(steps, await runTests(['unit', 'contract', 'architecture']));
