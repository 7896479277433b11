/** The package's own typings are not in its exports. It replaces the IndexedDB globals. */
declare module 'fake-indexeddb/auto';
