// Serves the named documents with Prism's own server, as `prism mock FILE --errors` does, all in this one process: to load Prism takes
// longer than to read any document. Started by `startPrism`; tells it the ports.
import { createSingleProcessPrism } from '@stoplight/prism-cli/dist/util/createServer.js';
import { freePort } from '../../../../../src/platform/free-port.ts';

const ports: number[] = [];
for (const document of process.argv.slice(2)) {
  const port = await freePort();
  await createSingleProcessPrism({
    document,
    port,
    host: '127.0.0.1',
    errors: true,
    cors: false,
    dynamic: false,
    multiprocess: false,
    ignoreExamples: false,
    seed: '',
    verboseLevel: 'silent',
    jsonSchemaFakerFillProperties: true,
  });
  ports.push(port);
}
process.send?.(ports);
// Whoever started it may be killed.
process.once('disconnect', () => process.exit());
