import type { FastifyInstance } from 'fastify';
import fastifyPlugin from 'fastify-plugin';

/** For requests under way; who is still sending then is cut off, and sends again to the next server. */
export const FINISH_WITHIN_MS = 3_000;

/**
 * Ends connections when the server closes: with the answer under way, or by force. Without it one that is kept
 * alive after its answer, or has sent half a request, holds up the end for as long as it likes.
 */
export const closingPlugin = fastifyPlugin(
  async (app: FastifyInstance) => {
    let isClosing = false;
    app.addHook('preClose', async () => {
      isClosing = true;
      setTimeout(() => app.server.closeAllConnections(), FINISH_WITHIN_MS).unref();
    });
    app.addHook('onSend', async (_request, reply) => {
      if (isClosing) void reply.header('connection', 'close');
    });
  },
  { name: 'kedun-closing' },
);
