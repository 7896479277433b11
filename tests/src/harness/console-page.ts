import type { Locator, Page } from 'playwright-core';

import type { AlertSummary } from '@kedun/shared/contracts/api/alerts';

import type { Browser } from './chromium.ts';
import { STACK_ACCOUNT } from './stack.ts';

/** The console, opened and logged in to in a real browser, with the list of alerts in sight. */
export interface ConsolePage {
  readonly page: Page;
  /** Resolves once the alert stands in the open list. */
  waitForAlert(alert: Pick<AlertSummary, 'id'>, timeoutMs?: number): Promise<void>;
  /** Opens the alert's detail. */
  openAlert(alert: Pick<AlertSummary, 'id'>): Promise<void>;
}

export async function openConsolePage(
  browser: Browser,
  serverUrl: string,
  password: string,
): Promise<ConsolePage> {
  const page = await browser.newPage(`${serverUrl}/`);
  await page.fill('#account', STACK_ACCOUNT);
  await page.fill('#password', password);
  await page.click('button[type="submit"]');
  await page.waitForURL(/\/alerts/u);
  const row = ({ id }: Pick<AlertSummary, 'id'>): Locator =>
    page.locator(`[data-alert="${id}"]`).first();
  return {
    page,
    waitForAlert: (alert, timeoutMs = 10_000) =>
      row(alert).waitFor({ state: 'visible', timeout: timeoutMs }),
    openAlert: async (alert) => {
      await page.bringToFront();
      await row(alert).click();
    },
  };
}
