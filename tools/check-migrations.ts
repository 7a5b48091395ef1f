import { diffMigrationsAgainstSchema } from './schema-diff.ts';

// Fails when the schema files say something that the migrations do not do.

const difference = await diffMigrationsAgainstSchema();
if (difference === undefined) {
  console.log('The migrations make what the schema files say.');
} else {
  console.error('The migrations lack this (`npm run migration -- NAME` writes it to a new one):\n');
  console.error(difference);
  process.exitCode = 1;
}
