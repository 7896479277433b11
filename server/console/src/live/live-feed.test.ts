import { describe, expect, it } from 'vitest';

import { endpointSummary } from '../fleet/sample-endpoint.ts';
import { backOffMs } from './back-off.ts';
import { createLiveFeed, type LiveSocketEvents } from './live-feed.ts';

function setUp() {
  const sockets: { events: LiveSocketEvents; closed: boolean }[] = [];
  const waits: { task: () => void; delayMs: number; cancelled: boolean }[] = [];
  const messages: string[] = [];
  let gaps = 0;
  let lost = 0;
  const feed = createLiveFeed({
    connect: (events) => {
      const socket = { events, closed: false };
      sockets.push(socket);
      return {
        close: () => {
          socket.closed = true;
        },
      };
    },
    schedule: (task, delayMs) => {
      const wait = { task, delayMs, cancelled: false };
      waits.push(wait);
      return () => {
        wait.cancelled = true;
      };
    },
    chance: () => 0,
    onMessage: (message) => messages.push(message.kind),
    onGap: () => {
      gaps += 1;
    },
    onLost: () => {
      lost += 1;
    },
  });
  const last = () => {
    const socket = sockets.at(-1);
    if (!socket) throw new Error('no socket was opened');
    return socket.events;
  };
  return { feed, sockets, waits, messages, last, gaps: () => gaps, lost: () => lost };
}

const message = JSON.stringify({ kind: 'endpoint.changed', endpoint: endpointSummary() });

describe('the live feed', () => {
  it('passes messages on', () => {
    const { feed, last, messages, gaps } = setUp();
    feed.start();
    last().opened();
    last().received(message);
    expect(feed.state()).toBe('open');
    expect(messages).toEqual(['endpoint.changed']);
    expect(gaps()).toBe(0);
  });

  it('waits longer after each failure, and fetches what was missed once it is back', () => {
    const { feed, last, waits, gaps, lost } = setUp();
    feed.start();
    last().opened();
    last().closed();
    expect(lost()).toBe(1);
    expect(feed.state()).toBe('waiting');
    waits[0]?.task();
    last().closed();
    waits[1]?.task();
    expect(waits.map((wait) => wait.delayMs)).toEqual([500, 1000]);
    expect(gaps()).toBe(0);
    last().opened();
    expect(feed.state()).toBe('open');
    expect(gaps()).toBe(1);
    last().closed();
    expect(waits[2]?.delayMs).toBe(500);
  });

  it.each(['{', '{"kind":"alert.changed"}', '[]'])('refetches instead of trusting %s', (text) => {
    const { feed, last, messages, gaps } = setUp();
    feed.start();
    last().opened();
    last().received(text);
    expect(messages).toEqual([]);
    expect(gaps()).toBe(1);
  });

  it('tries at once when told the network is back', () => {
    const { feed, last, waits, sockets } = setUp();
    feed.start();
    last().closed();
    feed.retryNow();
    expect(waits[0]?.cancelled).toBe(true);
    expect(sockets).toHaveLength(2);
    feed.retryNow();
    expect(sockets).toHaveLength(2);
  });

  it('stays silent once stopped', () => {
    const { feed, last, waits, sockets, messages } = setUp();
    feed.start();
    const events = last();
    feed.stop();
    expect(sockets[0]?.closed).toBe(true);
    events.received(message);
    events.closed();
    expect(messages).toEqual([]);
    expect(waits).toEqual([]);
  });
});

it.each([
  [1, 0, 500],
  [1, 1, 250],
  [4, 0, 4000],
  [7, 0, 30_000],
  [500, 0, 30_000],
])('backs off: try %i with chance %d waits %i ms', (failures, chance, expected) => {
  expect(backOffMs(failures, chance)).toBe(expected);
});
