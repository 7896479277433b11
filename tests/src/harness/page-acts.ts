import type { Page } from 'playwright-core';

import type { Customer } from '../demo/customers.ts';
import type { DemoSites } from '../demo/sites/server.ts';

/** What an employee does in a page, by the same means: selection, keys, clipboard, files. */
export interface PageFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

export function firstCustomer(sites: Pick<DemoSites, 'customers'>): Customer {
  const [customer] = sites.customers;
  if (!customer) throw new Error('the demo sites have no customers');
  return customer;
}

/** What is on the clipboard now. */
export function clipboardText(page: Page): Promise<string> {
  return page.evaluate(() => navigator.clipboard.readText());
}

/** Empties the clipboard: what a later copy leaves on it is its own. */
export async function clearClipboard(page: Page): Promise<void> {
  await page.evaluate(() => navigator.clipboard.writeText('-'));
}

/** Selects an element's text, presses Ctrl+C, and answers with what the clipboard holds then. */
export async function copyText(page: Page, selector: string): Promise<string> {
  await page.evaluate((target) => {
    const element = document.querySelector(target);
    if (element) getSelection()?.selectAllChildren(element);
  }, selector);
  await page.keyboard.press('Control+c');
  return clipboardText(page);
}

/** Puts `text` on the clipboard, as a copy in a place without rules does, and pastes it by Ctrl+V. */
export async function pasteInto(page: Page, selector: string, text: string): Promise<void> {
  await page.bringToFront();
  await page.evaluate((value) => navigator.clipboard.writeText(value), text);
  await page.focus(selector);
  await page.keyboard.press('Control+v');
}

/** Drops a file that was dragged in from the desktop. */
export async function dropFile(page: Page, selector: string, file: PageFile): Promise<void> {
  await page.evaluate(
    ({ target, name, mimeType, base64 }) => {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([bytes], name, { type: mimeType }));
      document
        .querySelector(target)
        ?.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer }));
    },
    {
      target: selector,
      name: file.name,
      mimeType: file.mimeType,
      base64: file.buffer.toString('base64'),
    },
  );
}
