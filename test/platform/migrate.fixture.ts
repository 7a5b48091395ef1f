import { pino } from 'pino';
import { migrate } from '../../src/platform/migrate.ts';

// Migrates the database it is given from the directory it is given, and says on standard output what it applied and
// how many timers keep it from ending.

const [, , connectionString = '', directory = ''] = process.argv;
const { applied } = await migrate(connectionString, { log: pino({ level: 'silent' }), directory });
const timers = process.getActiveResourcesInfo().filter((resource) => resource === 'Timeout').length;
process.stdout.write(JSON.stringify({ applied, timers }));
