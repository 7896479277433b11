/** What an employee is told; never a raw value. */
export interface Notice {
  readonly title: string;
  readonly body: string;
}

/** Speaks to the person at the screen. Nobody there, or no way to speak, is not an error. */
export interface UserNotice {
  readonly supportsNotices: boolean;
  /** `userId` = the account that acted; others who are logged in are told only when it is unknown. */
  show(notice: Notice, userId: number | null): Promise<'shown' | 'nobody-there'>;
}
