/** Keys in `storage.local`. */
export const STATE_KEY = 'endpoint-state';
/** One entry per event that a content script wrote and the background has not taken over yet. */
export const SPOOL_PREFIX = 'spool.';
export const PROFILE_KEY = 'profile-id';
