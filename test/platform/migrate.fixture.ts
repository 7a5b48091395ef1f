import { pino } from 'pino';
import { migrate } from '../../src/platform/migrate.ts';

// Migrates the database it is given from the directory it is given, and says on standard output what it applied.

const [, , connectionString = '', directory = ''] = process.argv;
const { applied } = await migrate(connectionString, { log: pino({ level: 'silent' }), directory });
process.stdout.write(JSON.stringify(applied));
