import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { expect, test, vi } from 'vitest';
import { createLogger, routeConsole } from '../../src/platform/logger.ts';
import { startRepeating } from '../../src/platform/repeating.ts';
import { NO_SUCH_ID } from '../harness/app.ts';
import { createTestDatabase, SHIPMENTS, startTestApp } from '../harness.ts';

interface Line {
  level: number;
  msg: string;
  [name: string]: unknown;
}

function startLog() {
  const lines: Line[] = [];
  const log = createLogger('debug', { write: (line) => void lines.push(JSON.parse(line) as Line) });
  return { log, lines };
}

test('a failed booking is one warning without a stack, and a request line that is found by the id of the shipment', async () => {
  await using database = await createTestDatabase();
  const { log, lines } = startLog();
  await using server = await startTestApp({ ...database, background: false, log });
  const caller = await server.newCaller();
  const order = async (reference: string): Promise<{ id: string; told: Line[]; line: Line }> => {
    const { id } = await caller.createShipment({ reference });
    await caller.put(`${SHIPMENTS}/${id}/order`);
    const isOf = (line: Line): boolean => line.msg === 'request' && String(line['route']).endsWith('/order');
    await vi.waitFor(() => expect(lines.filter(isOf)).toHaveLength(1), 20_000);
    const told = lines.splice(0);
    return { id, told, line: told.find(isOf) as Line };
  };
  const [tokenId] = await server.app.db.pool
    .query<{ id: string }>('select id from authorizing.api_tokens where tenant_id = $1', [caller.tenantId])
    .then(({ rows }) => rows.map(({ id }) => id));

  const away = await order('SANDBOX-UNAVAILABLE');
  const { tenantId } = caller;
  expect(away.line).toMatchObject({
    tenantId,
    tokenId,
    resourceId: away.id,
    status: 503,
    problem: 'carrier-unavailable',
  });
  expect(away.line).toMatchObject({ carrier: 'DHLPX' });
  expect(away.told.filter(({ level }) => level >= 50)).toEqual([]);
  const [warning] = away.told.filter(({ msg }) => msg === 'Carrier Unavailable');
  expect(warning).toMatchObject({ level: 40, fault: { type: 'ProblemError' } });
  expect(JSON.stringify(warning)).not.toContain('"stack"');

  const refused = await order('SANDBOX-REFUSE');
  expect(refused.line).toMatchObject({
    resourceId: refused.id,
    problem: 'carrier-error',
    carrier: 'DHLPX',
    carrierErrorCode: 'ADDR_001',
  });
  expect(refused.line).not.toHaveProperty('address');
  await server.anonymous.get(`${SHIPMENTS}/${NO_SUCH_ID}`);
  await vi.waitFor(
    () =>
      expect(lines).toContainEqual(
        expect.objectContaining({ status: 401, problem: 'unauthenticated', address: '127.0.0.1' }),
      ),
    20_000,
  );
});

test('what libraries write to the console, and messages of several lines, are one JSON line each', () => {
  const { log, lines } = startLog();
  const before = { ...console };
  try {
    routeConsole(log);
    // oxlint-disable-next-line no-console -- as a library does
    console.trace(new Error('no job'));
    // oxlint-disable-next-line no-console -- as a library does
    console.error('E No address added\n    at somewhere');
  } finally {
    Object.assign(console, before);
  }
  log.error({ scope: 'x' }, 'Failed to acquire job: Error\n    at somewhere\n    at elsewhere');
  expect(lines.map(({ level, msg }) => [level, msg])).toEqual([
    [40, 'Error: no job'],
    [50, 'E No address added'],
    [50, 'Failed to acquire job: Error'],
  ]);
  expect(lines[0]?.['err']).toMatchObject({ type: 'Error', message: 'no job' });
});

test('housekeeping tells the first failure of each kind, and then that it works again', async () => {
  const { log, lines } = startLog();
  const faults = ['ECONNREFUSED', 'ECONNREFUSED', 'ECONNRESET', 'ECONNREFUSED', undefined, undefined, 'ECONNREFUSED'];
  const turns = startRepeating(log, 1, 'tidying', async () => {
    const code = faults.shift();
    if (code !== undefined) throw Object.assign(new Error('away'), { code });
  });
  await vi.waitFor(() => expect(faults).toEqual([]), 20_000);
  await turns.close();
  expect(lines.map(({ msg, failures }) => [msg, failures]).slice(0, 4)).toEqual([
    ['tidying failed', undefined],
    ['tidying failed', undefined],
    ['tidying works again', 4],
    ['tidying failed', undefined],
  ]);
});

test('a request whose client leaves has its line and is counted, with what became of it', async () => {
  await using database = await createTestDatabase();
  const { log, lines } = startLog();
  await using server = await startTestApp({ ...database, background: false, log });
  const caller = await server.newCaller();
  const { id } = await caller.createShipment({ reference: 'SANDBOX-SLOW' });
  const leaving = new AbortController();
  const url = `${server.app.http.listeningOrigin}${SHIPMENTS}/${id}/order`;
  const headers = { authorization: `ApiKey ${caller.apiKey}` };
  const ordered = fetch(url, { method: 'PUT', headers, signal: leaving.signal });
  const patience = { timeout: 20_000, interval: 20 };
  await vi.waitFor(async () => {
    const { body } = await caller.get(`${SHIPMENTS}/${id}`);
    expect(body.status).toBe('Ordered');
  }, patience);
  leaving.abort();
  await expect(ordered).rejects.toThrow('aborted');
  const isOf = ({ route }: Line): boolean => String(route).endsWith('/order');
  await vi.waitFor(() => expect(lines.filter(isOf)).toHaveLength(1), patience);
  expect(lines.find(isOf)).toMatchObject({ msg: 'request', status: 200, resourceId: id, isAborted: true });
  const { values } = await server.app.metrics.requestSeconds.get();
  const counted = values.find(({ metricName, labels }) => metricName?.endsWith('_count') && isOf(labels as never));
  expect(counted?.value).toBe(1);
});

test.runIf(existsSync('/dev/full'))('a disk that is full costs the lines of the log, and not the program', async () => {
  const full = await open('/dev/full', 'w');
  await using _closed = { [Symbol.asyncDispose]: () => full.close() };
  const program = `
    import { createLogger } from './src/platform/logger.ts';
    const log = createLogger('info');
    for (const level of ['info', 'error', 'fatal', 'info']) log[level](level);
    process.exit(7);`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    stdio: ['ignore', full.fd, 'pipe'],
    timeout: 20_000,
  });
  if (child.stderr === null) throw new Error('its standard error is not piped');
  const complaints = text(child.stderr);
  expect(await once(child, 'exit')).toEqual([7, null]);
  expect((await complaints).match(/The log cannot be written .*ENOSPC/g)).toHaveLength(1);
});
