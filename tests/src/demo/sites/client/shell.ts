import { clientScript } from './script.ts';

/** Runs on every demo site: the theme switch. */
function startShell(): void {
  const root = document.documentElement;
  const remembered = localStorage.getItem('theme');
  if (remembered) root.dataset['theme'] = remembered;
  document.addEventListener('DOMContentLoaded', () => {
    document.querySelector('#theme')?.addEventListener('click', () => {
      const dark = root.dataset['theme']
        ? root.dataset['theme'] === 'dark'
        : matchMedia('(prefers-color-scheme: dark)').matches;
      const next = dark ? 'light' : 'dark';
      root.dataset['theme'] = next;
      localStorage.setItem('theme', next);
    });
  });
}

export const shellScript = clientScript(startShell);
