import pg from 'pg';
import { pino } from 'pino';
import { startEmbeddedPostgres } from '../../src/platform/embedded-postgres.ts';

// Serves the data directory it is given until it is killed, and says on standard output what it has committed. On
// SIGINT it commits once more, then closes.

const [, , dataDir = ''] = process.argv;
const database = await startEmbeddedPostgres({ dataDir, log: pino({ level: 'warn' }, process.stderr) });
const client = new pg.Client({ connectionString: database.connectionString });
client.on('error', () => undefined);
await client.connect();
await client.query('create table if not exists committed (number int primary key)');

let interrupted = false;
process.on('SIGINT', () => {
  interrupted = true;
});
const commitNext = async (): Promise<void> => {
  const { rows } = await client.query<{ number: number }>(
    'insert into committed select coalesce(max(number), 0) + 1 from committed returning number',
  );
  process.stdout.write(`${rows[0]?.number}\n`);
};
while (!interrupted) await commitNext();
await commitNext();
process.stdout.write('finished\n');
await client.end();
await database.close();
