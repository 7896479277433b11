import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A wire between endpoint and server that keeps every byte of both directions. */
export interface TrafficRecorder {
  readonly url: string;
  readonly port: number;
  bytes(): Buffer;
  /** How many connections were made through it. */
  connectionCount(): number;
  close(): Promise<void>;
}

/** Starts the wire on a free port. What it forwards is not touched, WebSockets included. */
export function recordTraffic(targetPort: number | (() => number)): Promise<TrafficRecorder> {
  /** One list for each direction of each connection: a value must not hide where two streams mix. */
  const streams: Buffer[][] = [];
  const sockets = new Set<Socket>();
  let connections = 0;
  const server = createServer((near) => {
    connections += 1;
    const far = connect(typeof targetPort === 'number' ? targetPort : targetPort(), '127.0.0.1');
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      const chunks: Buffer[] = [];
      streams.push(chunks);
      sockets.add(socket);
      socket.on('data', (chunk: Buffer) => chunks.push(chunk));
      socket.on('error', () => other.destroy());
      socket.on('close', () => {
        sockets.delete(socket);
        other.destroy();
      });
      socket.pipe(other);
    }
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      resolve({
        url: `http://127.0.0.1:${port}`,
        port,
        bytes: () => Buffer.concat(streams.flat()),
        connectionCount: () => connections,
        close: () =>
          new Promise((done) => {
            for (const socket of sockets) socket.destroy();
            server.close(() => done());
          }),
      });
    });
  });
}
