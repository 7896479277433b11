import {
  createServer,
  type IncomingMessage,
  request as sendRequest,
  type ServerResponse,
} from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import type { Duplex } from 'node:stream';
import { buffer } from 'node:stream/consumers';

/** What the attacker does with an answer of the server: a new body, or null to let it pass. */
export type Tamper = (path: string, body: string) => string | null | Promise<string | null>;

const passOn: Tamper = () => null;

/** Somebody between endpoint and server who rewrites answers. */
export interface HostileProxy {
  readonly url: string;
  tamper(with_: Tamper): void;
  close(): Promise<void>;
}

async function forward(
  targetPort: number,
  incoming: IncomingMessage,
  reply: ServerResponse,
  tamper: Tamper,
): Promise<void> {
  const body = await buffer(incoming);
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    const outgoing = sendRequest(
      {
        host: '127.0.0.1',
        port: targetPort,
        method: incoming.method,
        path: incoming.url,
        headers: incoming.headers,
      },
      resolve,
    );
    outgoing.on('error', reject);
    outgoing.end(body);
  });
  const original = await buffer(answer);
  const altered = await tamper(incoming.url ?? '', original.toString('utf8'));
  const { 'content-length': _length, 'transfer-encoding': _encoding, ...headers } = answer.headers;
  reply.writeHead(answer.statusCode ?? 502, headers);
  reply.end(altered ?? original);
}

/** Passes a WebSocket through as it is: the attacker of these tests forges answers, not frames. */
function passUpgrade(targetPort: number, incoming: IncomingMessage, near: Duplex): void {
  const far = connect(targetPort, '127.0.0.1', () => {
    const lines = [`${incoming.method} ${incoming.url} HTTP/1.1`];
    for (let i = 0; i < incoming.rawHeaders.length; i += 2)
      lines.push(`${incoming.rawHeaders[i]}: ${incoming.rawHeaders[i + 1]}`);
    far.write(`${lines.join('\r\n')}\r\n\r\n`);
    near.pipe(far);
    far.pipe(near);
  });
  far.on('error', () => near.destroy());
  near.on('error', () => far.destroy());
  near.on('close', () => far.destroy());
}

export function startHostileProxy(targetPort: number): Promise<HostileProxy> {
  let current: Tamper | null = null;
  const server = createServer((incoming, reply) => {
    forward(targetPort, incoming, reply, current ?? passOn).catch(() => reply.destroy());
  });
  server.on('upgrade', (incoming: IncomingMessage, near: Duplex) =>
    passUpgrade(targetPort, incoming, near),
  );
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      resolve({
        url: `http://127.0.0.1:${port}`,
        tamper: (with_) => {
          current = with_;
        },
        close: () =>
          new Promise((done) => {
            server.closeAllConnections();
            server.close(() => done());
          }),
      });
    });
  });
}
