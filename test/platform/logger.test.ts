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
