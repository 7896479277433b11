import { useEffect, useState } from 'react';

const CLOCK_TICK_MS = 20_000;

/** Now, often enough for "3 minutes ago" and for midnight. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), CLOCK_TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}
