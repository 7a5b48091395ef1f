import { Command, InvalidArgumentError, Option } from 'commander';
import type { App } from './app.ts';
import { explain } from './explain-error.ts';
import { type Config, readConfig } from './platform/config.ts';
import { release } from './platform/release.ts';

const ENVIRONMENT = `
Configuration comes from the environment:
  HOST (127.0.0.1), PORT (3000), GRPC_PORT (50051), LOG_LEVEL (info), PUBLIC_URL, PROBLEM_BASE_URL
  DATA_DIR (.viya)   where the embedded PostgreSQL and its keys are, when DATABASE_URL is not set
  DATABASE_URL       PostgreSQL; then SECRET_KEY is required
  SECRET_KEY         32 bytes in base64, encrypts carrier credentials
  REDIS_URL          Redis: replicas share rate limits, replays are faster, and events are streamed
  RATE_LIMIT_READ (1000), RATE_LIMIT_WRITE (100), RATE_LIMIT_BULK (10)
                     requests a minute of one user or token; a tenant's settings win
  RATE_LIMIT_ADDRESS (1000)
                     requests a minute without valid credentials from one address
  TRUST_PROXY        whose X-Forwarded-For is believed: addresses and networks such as 10.0.0.0/8
  CORS_ORIGINS       origins whose pages may call the API from a browser
  METRICS_PORT       serves /metrics there instead of on PORT
  INVENTORY_GRPC_URL, PAYMENT_GRPC_URL
                     grpc://host:port or grpcs://host:port of a stock or payment system that speaks
                     oms.v1.InventoryService or oms.v1.PaymentService; the program's own without it
  INVENTORY_GRPC_AUTHORIZATION, PAYMENT_GRPC_AUTHORIZATION
                     what is sent to it as authorization
  HOOKS_ALLOWED_NETWORKS
                     networks in which webhooks are received beside the public internet
  CARRIER_ORIGINS    where carrier profiles may send their calls beside the carriers' own servers
  OIDC_ISSUER, OIDC_AUDIENCE
                     the identity provider whose JWTs are believed, and what they name as \`aud\`
  OIDC_JWKS_URL, OIDC_ALGORITHMS, OIDC_TENANT_CLAIM (tenant_id), OIDC_GROUPS_CLAIM
                     its keys, what they sign with, and the claims that name tenant and permission groups
  OIDC_ISSUERS       several identity providers, as JSON
  AUTHZ (builtin)    who decides what a caller may do: builtin or opa
  OPA_URL            Open Policy Agent, required with AUTHZ=opa`;

const WHAT_A_KEY_TAKES_ALONG = `
What was kept under the former key is lost, and has to be given anew:
  every API key                        \`viya token create\` makes others; DATA_DIR/api-key is made by the next \`viya serve\`
  the credentials of carrier profiles  PUT /api/shipping/v2/carrier-profiles/{id}
  the secrets of webhooks              PUT /api/hooks/v1/webhooks/{id}/secret
  the headers of webhooks              PUT /api/hooks/v1/webhooks/{id}
  payments that were not held yet      their orders stay unsettled
  answers kept for Idempotency-Keys    a repeat of such a request is answered 500 for 72 hours
Everything else stays. End all servers of this installation first. Running it again does nothing.`;

/** The `viya` command. */
export async function runCli(argv: readonly string[]): Promise<void> {
  const program = new Command('viya')
    .description('Transport and order management in one process.')
    .version(release())
    .addHelpText('afterAll', ENVIRONMENT);
  program.command('serve').description('run the server until SIGTERM or Ctrl-C').action(serve);
  program
    .command('migrate')
    .description('bring the database up to date and end; `serve` does this by itself')
    .action(() => withInstallation({ mustExist: false }, async () => print('The database is up to date.')));
  const tenant = program.command('tenant').description('manage tenants');
  tenant
    .command('create')
    .description('add a tenant with a sandbox carrier and an admin API key')
    .requiredOption('--name <name>', 'name of the company', nonEmpty)
    .option('--json', 'print {"tenantId", "apiKey"}')
    .action((options: { name: string; json?: true }) =>
      withInstallation({ mustExist: false }, async (app) => {
        const created = await app.createTenant(options.name);
        print(
          options.json
            ? JSON.stringify(created)
            : `tenant   ${created.tenantId}\nAPI key  ${created.apiKey}   (shown only here)`,
        );
      }),
    );
  tenant
    .command('list')
    .description('show the tenants, oldest first')
    .option('--json', 'print [{"id", "name", "createdOn"}]')
    .action((options: { json?: true }) =>
      withInstallation({ mustExist: true }, async (app) => {
        const tenants = await app.authorizing.listTenants();
        const lines = tenants.map(({ id, name, createdOn }) => `${id}  ${createdOn.toISOString()}  ${name}`);
        print(options.json ? JSON.stringify(tenants) : lines.join('\n'));
      }),
    );
  tenant
    .command('limits')
    .description("change a tenant's requests a minute a principal; what is left out stays as it is")
    .requiredOption('--tenant <id>', 'the tenant', uuid)
    .option('--read <number>', "GET; `default` for the installation's", requestsAMinute)
    .option('--write <number>', 'POST, PUT, DELETE', requestsAMinute)
    .option('--bulk <number>', 'bulk operations', requestsAMinute)
    .action(({ tenant: tenantId, ...given }: { tenant: string } & Record<string, number | 'default'>) =>
      withInstallation({ mustExist: true }, async (app) => {
        const change = Object.entries(given).map(([name, limit]) => [name, limit === 'default' ? undefined : limit]);
        const limits = await app.authorizing.setRateLimits(tenantId, Object.fromEntries(change));
        const shown = ['read', 'write', 'bulk'].map(
          (name) => `${name} ${limits[name as keyof typeof limits] ?? 'default'}`,
        );
        print(`a minute: ${shown.join(', ')}`);
      }),
    );
  const token = program.command('token').description('manage API tokens');
  token
    .command('create')
    .description('add an API token to a tenant; it is shown only here')
    .requiredOption('--tenant <id>', 'the tenant', uuid)
    .requiredOption('--name <name>', 'what the token is for', nonEmpty)
    .addOption(
      new Option('--mode <mode>', 'a test token reaches sandbox carriers only')
        .choices(['live', 'test'])
        .default('live'),
    )
    .option('--group <group...>', 'permission groups: admin, operator, integrator, viewer', ['integrator'])
    .option('--json', 'print {"apiKey"}')
    .action((options: { tenant: string; name: string; mode: 'live' | 'test'; group: string[]; json?: true }) =>
      withInstallation({ mustExist: true }, async (app) => {
        const { tenant: tenantId, name, mode, group: permissionGroups } = options;
        const apiKey = await app.authorizing.createToken({ tenantId, name, mode, permissionGroups });
        print(options.json ? JSON.stringify({ apiKey }) : `API key  ${apiKey}   (shown only here)`);
      }),
    );
  const key = program.command('key').description('manage the secret key');
  key
    .command('accept-new')
    .description('accept SECRET_KEY (without it DATA_DIR/secret-key) in place of one that is lost for good')
    .addHelpText('after', WHAT_A_KEY_TAKES_ALONG)
    .action(async () => {
      const { acceptNewKey } = await import('./main.ts');
      const isNew = await acceptNewKey(readConfig());
      print(isNew ? `The key is accepted.${WHAT_A_KEY_TAKES_ALONG}` : 'The key is the one of this database already.');
    });
  try {
    await program.parseAsync([...argv]);
  } catch (error) {
    process.stderr.write(`${explain(error, configIfValid())}\n`);
    process.exitCode = 1;
  }
}

// What the help and a refused option do without is loaded by the command that needs it.

async function serve(): Promise<void> {
  const config = readConfig();
  const main = await import('./main.ts');
  // The server has its own way to end; until here there was nothing to be ended.
  for (const signal of ['SIGTERM', 'SIGINT']) process.removeAllListeners(signal);
  await main.serve(config);
}

async function withInstallation(options: { mustExist: boolean }, work: (app: App) => Promise<void>): Promise<void> {
  const config = readConfig();
  await (await import('./main.ts')).withInstallation(config, options, work);
}

function configIfValid(): Config | undefined {
  try {
    return readConfig();
  } catch {
    return undefined;
  }
}

function nonEmpty(text: string): string {
  if (text.trim() !== '') return text.trim();
  throw new InvalidArgumentError('It must not be empty.');
}

function uuid(text: string): string {
  if (/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text)) return text;
  throw new InvalidArgumentError('It must be a UUID.');
}

function requestsAMinute(text: string): number | 'default' {
  if (text === 'default') return text;
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It must be a whole number from 1 to 999999999, or `default`.');
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
