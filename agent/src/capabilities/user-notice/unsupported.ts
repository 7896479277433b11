import type { UserNotice } from './port.ts';

/** A platform on which the agent cannot speak to the user yet; the note beside the file still does. */
export function createUnsupportedUserNotice(): UserNotice {
  return { supportsNotices: false, show: () => Promise.resolve('nobody-there') };
}
