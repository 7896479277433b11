import packageFile from '../package.json' with { type: 'json' };

/** Version of the server package. */
export const SERVER_VERSION: string = packageFile.version;
