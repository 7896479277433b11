import type { Notice, UserNotice } from './port.ts';

/** Keeps what would have been shown. */
export interface FakeUserNotice extends UserNotice {
  readonly shown: readonly Notice[];
}

export function createFakeUserNotice(): FakeUserNotice {
  const shown: Notice[] = [];
  return {
    shown,
    supportsNotices: true,
    show(notice) {
      shown.push(notice);
      return Promise.resolve('shown');
    },
  };
}
