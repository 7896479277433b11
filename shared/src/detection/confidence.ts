/**
 * From here on a finding counts by default: policies that name no confidence of their own act on it, reports show it.
 * What lies between the engine's floor (0.3) and this is kept for policies that ask for more.
 */
export const REPORTING_CONFIDENCE = 0.6;
