import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { diffMigrationsAgainstSchema } from '../../tools/schema-diff.ts';

const SCHEMA = `
datasource db {
  provider = "postgresql"
  schemas  = ["greeting"]
}
model Greeting {
  id       Int      @id
  language String
  saidOn   DateTime @map("said_on") @db.Timestamptz(3)

  @@index([language])
  @@map("greetings")
  @@schema("greeting")
}
`;

const TABLE = `
create schema greeting;
create table greeting.greetings (
  id integer not null, language text not null, said_on timestamptz(3) not null,
  constraint greetings_pkey primary key (id)
);
create index greetings_language_idx on greeting.greetings (language);
`;

const WHAT_PRISMA_CANNOT_SAY = `
alter table greeting.greetings add constraint language_is_short check (length(language) <= 5);
create index greetings_dutch on greeting.greetings (said_on) where language = 'nl';
create index greetings_lower on greeting.greetings (lower(language));
create function greeting.touch() returns trigger language plpgsql as $$ begin new.said_on = now(); return new; end; $$;
create trigger touch before update on greeting.greetings for each row execute function greeting.touch();
create unlogged table public.scratch (id int);
`;

test('finds nothing when the migrations make what the schema files say, with more that Prisma cannot express', async () => {
  await using sources = await writeSources(TABLE + WHAT_PRISMA_CANNOT_SAY);
  expect(await diffMigrationsAgainstSchema(sources)).toBeUndefined();
});

test('finds the statements that a migration lacks', async () => {
  await using sources = await writeSources(
    TABLE.replace(', said_on timestamptz(3) not null', '').replace(/create index.*/, ''),
  );
  const difference = await diffMigrationsAgainstSchema(sources);
  expect(difference).toContain('ADD COLUMN     "said_on" TIMESTAMPTZ(3) NOT NULL');
  expect(difference).toContain('CREATE INDEX "greetings_language_idx"');
});

async function writeSources(migration: string) {
  const directory = await mkdtemp(join(tmpdir(), 'sources-'));
  const migrations = join(directory, 'migrations');
  await mkdir(join(migrations, '20260101000000_first'), { recursive: true });
  await writeFile(join(directory, 'schema.prisma'), SCHEMA);
  await writeFile(join(migrations, '20260101000000_first', 'migration.sql'), migration);
  return {
    schema: directory,
    migrations,
    [Symbol.asyncDispose]: () => rm(directory, { recursive: true }),
  };
}
