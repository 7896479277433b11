import manifest from '../package.json' with { type: 'json' };

/** Version of this agent, as its package says. */
export const AGENT_VERSION: string = manifest.version;
