/** In the isolated world's own globals, where no page can look; frames of one origin share that world. */
const KEY = Symbol.for('kedun.sensors');

/** The sensors that serve a window. */
export interface Presence {
  /** False once they were left behind: the extension was updated, or the document they were made for is gone. */
  readonly isInCharge: () => boolean;
  readonly renewListeners: () => void;
}

type Present = Window & { [KEY]?: Presence };

/** Who serves the window now; null when nobody does. */
export function findPresence(window: Window): Presence | null {
  const presence = (window as Present)[KEY];
  return presence?.isInCharge() === true ? presence : null;
}

export function announcePresence(window: Window, presence: Presence): void {
  (window as Present)[KEY] = presence;
}
