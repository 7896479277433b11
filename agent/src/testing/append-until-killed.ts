import { createIdMaker } from '../ids/uuidv7.ts';
import { createSilentLogger } from '../logging/logger.ts';
import { createSqliteOutbox } from '../outbox/sqlite-outbox.ts';
import { deviceEvent } from './sample-events.ts';

/** A process of its own for the kill test: appends, and says an id only once it is accepted. */
const [file = ''] = process.argv.slice(2);
const outbox = createSqliteOutbox({
  file,
  maxEvents: 1_000_000,
  logger: createSilentLogger(),
  newId: createIdMaker(),
  now: Date.now,
});
for (;;) {
  const event = deviceEvent();
  if (outbox.append([event]) === 'durable') process.stdout.write(`${event.id}\n`);
  await new Promise((resolve) => {
    setImmediate(resolve);
  });
}
