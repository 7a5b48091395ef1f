import { mkdir, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { MIGRATIONS_DIRECTORY } from '../src/platform/migrate.ts';
import { diffMigrationsAgainstSchema } from './schema-diff.ts';

// Writes what the schema files say and the migrations do not do yet into a new migration, to be reviewed and completed:
// a renamed column, for one, comes out as one dropped and one added.

const [, , name = ''] = process.argv;
if (!/^[a-z][a-z0-9_]*$/.test(name)) {
  console.error('usage: npm run migration -- NAME (lower case letters, digits and underscores)');
  process.exit(2);
}
const difference = await diffMigrationsAgainstSchema();
const time = new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14);
const directory = join(MIGRATIONS_DIRECTORY, `${time}_${name}`);
await mkdir(directory);
const file = join(directory, 'migration.sql');
await writeFile(file, difference ?? '-- The schema files ask for nothing: write what they cannot say.\n');
console.log(`Wrote ${relative(process.cwd(), file)}: review it, then run the tests.`);
