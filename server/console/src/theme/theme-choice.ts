import type { ThemeName } from './tokens.ts';

export const THEME_CHOICES = ['system', 'light', 'dark'] as const;
export type ThemeChoice = (typeof THEME_CHOICES)[number];

const STORAGE_KEY = 'kedun.theme';

export interface ThemeChoiceDeps {
  readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  readonly systemIsDark: Pick<MediaQueryList, 'matches' | 'addEventListener'>;
  readonly root: { dataset: DOMStringMap };
}

export interface ThemeSnapshot {
  readonly choice: ThemeChoice;
  /** What the choice comes to right now. */
  readonly theme: ThemeName;
}

export interface ThemeStore {
  readonly snapshot: () => ThemeSnapshot;
  readonly choose: (choice: ThemeChoice) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

/** The person's theme choice: kept over visits, follows the system until one is made. */
export function createThemeStore({ storage, systemIsDark, root }: ThemeChoiceDeps): ThemeStore {
  const listeners = new Set<() => void>();
  const stored = storage.getItem(STORAGE_KEY);
  let choice: ThemeChoice = stored === 'light' || stored === 'dark' ? stored : 'system';
  let current: ThemeSnapshot;

  const apply = (): void => {
    const system = systemIsDark.matches ? 'dark' : 'light';
    current = { choice, theme: choice === 'system' ? system : choice };
    if (choice === 'system') delete root.dataset['theme'];
    else root.dataset['theme'] = choice;
    for (const listener of listeners) listener();
  };
  apply();
  systemIsDark.addEventListener('change', apply);

  return {
    snapshot: () => current,
    choose: (next) => {
      choice = next;
      if (next === 'system') storage.removeItem(STORAGE_KEY);
      else storage.setItem(STORAGE_KEY, next);
      apply();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
