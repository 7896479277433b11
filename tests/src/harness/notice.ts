import type { Locator, Page } from 'playwright-core';

/** The notice the extension puts into the page, wherever in the page it lives. */
export function noticeIn(page: Page): Locator {
  return page.getByRole('alertdialog').or(page.getByRole('dialog')).first();
}

/** Waits for the notice and answers with what it says. */
export async function noticeText(page: Page): Promise<string> {
  const notice = noticeIn(page);
  await notice.waitFor({ state: 'visible', timeout: 5000 });
  return notice.innerText();
}
