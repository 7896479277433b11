import type { LiveSocket, LiveSocketEvents } from './live-feed.ts';

/** The live socket of the server this page came from; the session cookie goes along. */
export function connectBrowserSocket(
  page: Pick<Location, 'protocol' | 'host'>,
  events: LiveSocketEvents,
): LiveSocket {
  const protocol = page.protocol === 'https:' ? 'wss:' : 'ws:';
  const socket = new WebSocket(`${protocol}//${page.host}/api/v1/live`);
  socket.addEventListener('open', () => events.opened());
  socket.addEventListener('message', (event) => {
    if (typeof event.data === 'string') events.received(event.data);
  });
  socket.addEventListener('close', () => events.closed());
  return { close: () => socket.close() };
}
