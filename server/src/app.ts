import { randomBytes } from 'node:crypto';

import { serializerCompiler, validatorCompiler } from '@fastify/type-provider-zod';
import { LIMITS } from '@kedun/shared/contracts/vocabulary';
import fastify, { type FastifyInstance, type FastifyServerOptions, LogController } from 'fastify';

import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import { startPruning } from './jobs/prune.ts';
import { createBackground } from './live/background.ts';
import type { LiveBus } from './live/bus.ts';
import { createConsoleFeed } from './live/console-feed.ts';
import { createEndpointFeed } from './live/endpoint-feed.ts';
import { registerLive, registerWebSockets } from './live/routes.ts';
import { registerAlerts } from './modules/alerts/routes.ts';
import { auditRecorderPlugin } from './modules/audit-log/recorder.ts';
import { registerConsoleApp } from './modules/console-app/routes.ts';
import { registerExtensionDelivery } from './modules/extension-delivery/routes.ts';
import { endpointAuthenticationPlugin } from './modules/fleet/authentication.ts';
import { registerFleet } from './modules/fleet/routes.ts';
import { sessionAuthenticationPlugin } from './modules/identities/authentication.ts';
import { registerIdentities } from './modules/identities/routes.ts';
import { registerIngest } from './modules/ingest/routes.ts';
import { registerOperations } from './modules/operations/routes.ts';
import { registerPolicies } from './modules/policies/routes.ts';
import { closingPlugin } from './plugins/closing.ts';
import {
  answerError,
  createClientErrorHandler,
  describeFault,
  errorAnswersPlugin,
} from './plugins/error-answers.ts';
import { jsonBodyPlugin } from './plugins/json-body.ts';
import { openApiPlugin } from './plugins/openapi.ts';
import { requestLogPlugin } from './plugins/request-log.ts';
import { routeDeclarationPlugin } from './plugins/route-declaration.ts';
import { securityPlugin } from './plugins/security.ts';
import type { Services } from './services.ts';
import type { Store } from './store/store.ts';

export interface AppDeps {
  readonly config: Config;
  readonly services: Services;
  readonly store: Pick<Store, 'db' | 'isUnavailable'>;
  readonly bus: Pick<LiveBus, 'subscribe'>;
  readonly clock: Clock;
  /** Where log lines go; standard output unless told. */
  readonly logTo?: { write(line: string): void } | undefined;
  /** Origin under which browsers and endpoints reach the server; known at the latest after listening. */
  readonly publicUrl: () => string;
}

function loggerOptions({ config, logTo }: AppDeps): FastifyServerOptions['logger'] {
  return {
    level: config.logLevel,
    base: { program: 'server' },
    // Nothing of ours logs these; a vendor's plugin might, and they hold addresses, cookies, content.
    serializers: {
      req: () => ({}),
      res: () => ({}),
      err: (error) => ({ type: error.name, message: '', stack: '', ...describeFault(error) }),
    },
    ...(logTo && { stream: logTo }),
  };
}

/** The whole server short of listening. Closing the app leaves the store open. */
export async function createApp(deps: AppDeps): Promise<FastifyInstance> {
  const { config, services, store, bus, clock, publicUrl } = deps;
  const { repositories, metrics, sessions, fleet, alerts } = services;

  const app = fastify({
    logger: loggerOptions(deps),
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomBytes(8).toString('hex'),
    bodyLimit: LIMITS.messageBytes,
    trustProxy: config.trustedProxies.length > 0 && [...config.trustedProxies],
    routerOptions: { maxParamLength: 1_024 },
    exposeHeadRoutes: false,
    return503OnClosing: false,
    forceCloseConnections: 'idle',
    requestTimeout: 30_000,
    clientErrorHandler: createClientErrorHandler(clock),
    frameworkErrors: (error, request, reply) => {
      answerError(error, request, reply, { clock, store });
    },
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  await app.register(closingPlugin);
  await app.register(errorAnswersPlugin, { clock, store });
  await app.register(routeDeclarationPlugin);
  await app.register(requestLogPlugin);
  await app.register(jsonBodyPlugin);
  await registerWebSockets(app);
  await app.register(securityPlugin, { publicUrl });
  await app.register(sessionAuthenticationPlugin, { sessions, publicUrl });
  await app.register(endpointAuthenticationPlugin, services);
  await app.register(auditRecorderPlugin, services);
  await app.register(openApiPlugin);

  const background = createBackground(app.log);
  const consoleFeed = createConsoleFeed({ bus, alerts, fleet, sessions, metrics, background });
  const endpointFeed = createEndpointFeed({ bus, fleet, metrics, background });
  registerOperations(app, { metrics, store });
  registerIdentities(app, { ...services, config, publicUrl });
  registerFleet(app, { ...services, config });
  registerPolicies(app, { ...services, config });
  registerIngest(app, { ...services, config });
  registerAlerts(app, { alerts });
  registerLive(app, { consoleFeed, endpointFeed, config, publicUrl });
  registerExtensionDelivery(app, { packages: services.packages, publicUrl });
  await registerConsoleApp(app, { folder: config.consoleDir });

  const stopPruning = startPruning({ ...repositories, clock, background });
  app.addHook('preClose', async () => {
    stopPruning();
    consoleFeed.stop();
    await endpointFeed.stop();
  });
  return app;
}
