import { clientScript } from './script.ts';

async function copy(button: HTMLButtonElement): Promise<void> {
  const label = button.textContent;
  const text = document.querySelector(`#${button.dataset['copy']}`)?.textContent ?? '';
  try {
    await navigator.clipboard.writeText(text);
    button.textContent = button.dataset['copied'] ?? '✓';
  } catch {
    button.textContent = '✕';
  }
  setTimeout(() => {
    button.textContent = label;
  }, 1500);
}

/** Runs in the CRM's pages: search in the list, copy buttons. */
function startCrm(): void {
  const search = document.querySelector<HTMLInputElement>('#search');
  const none = document.querySelector<HTMLElement>('#none');
  search?.addEventListener('input', () => {
    let shown = 0;
    for (const row of document.querySelectorAll<HTMLElement>('#rows tr')) {
      row.hidden = !row.dataset['find']?.includes(search.value.trim());
      if (!row.hidden) shown += 1;
    }
    if (none) none.hidden = shown > 0;
  });
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy]'))
    button.addEventListener('click', () => void copy(button));
}

export const crmScript = clientScript(copy, startCrm);
