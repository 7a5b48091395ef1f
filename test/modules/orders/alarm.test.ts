import { status } from '@grpc/grpc-js';
import { pino } from 'pino';
import { afterAll, expect, test, vi } from 'vitest';
import { PaymentService } from '../../../src/platform/generated/proto/oms/v1/payment_service_pb.ts';
import { OrderStatus, PaymentStatus } from '../../../src/platform/generated/proto/oms/v1/types_pb.ts';
import { useTestApp } from '../../harness/app.ts';
import { getOrder, orderOf, payOrder, reservedOrder, stock, useGrpc } from '../../harness/grpc.ts';
import { startStandIn } from '../../harness/stand-in.ts';
import { createTestDatabase } from '../../harness.ts';

const systems = await startStandIn(PaymentService);
afterAll(() => systems[Symbol.asyncDispose]());

const lines: string[] = [];
const log = pino({ level: 'warn' }, { write: (line: string) => void lines.push(line) });
let offset = 0;
const clock = () => new Date(Date.now() + offset);
const config = { remote: { payments: { url: systems.url } } };
const world = useTestApp(createTestDatabase, { background: true, clock, log, config });
const grpc = useGrpc(world);

const alarms = async (): Promise<number> => {
  const { values } = await world.server.app.metrics.orderAlarms.get();
  return values.reduce((sum, { value }) => sum + value, 0);
};
/** The order's job comes now. */
const hurry = (id: string) =>
  world.rows(
    `select graphile_worker.reschedule_jobs(array(select id from graphile_worker.jobs where key like '%:' || $1), run_at => now())`,
    [id],
  );
const waitFor = (check: () => Promise<void>) => vi.waitFor(check, { timeout: 20_000, interval: 100 });
const triesOf = () => systems.calls.length;

test('an order that is not settled after five minutes raises one alarm, is tried on, and is settled when it can be', async () => {
  await stock(grpc.mine, { 'SKU-1': 10n, 'SKU-2': 10n });
  systems.answer = () => ({ code: status.INTERNAL, details: 'out of order' });
  const { id } = await reservedOrder(grpc.mine);
  expect((await grpc.mine.call(payOrder, { id, paymentToken: 'tok' })).code).toBe('UNAVAILABLE');
  expect(await alarms()).toBe(0);
  expect(lines.join('')).toContain('an order waits for a dependency');

  offset = 5 * 60_000;
  await waitFor(async () => {
    await hurry(id);
    expect(await alarms()).toBe(1);
  });
  const alarm = lines.map((line) => JSON.parse(line) as Record<string, unknown>).find(({ level }) => level === 50);
  expect(alarm).toMatchObject({ orderId: id, step: 'hold', msg: expect.stringContaining('somebody should look') });
  const tried = triesOf();
  await waitFor(async () => {
    await hurry(id);
    expect(triesOf()).toBeGreaterThan(tried + 1);
  });
  expect(await alarms()).toBe(1);
  expect(await world.rows('select from orders.orders where id = $1 and alarmed_on is not null', [id])).toHaveLength(1);

  systems.answer = ({ method }) => ({
    message: {
      payment: {
        id: '01890a5d-ac96-774b-bcce-b302099a8057',
        status: method === 'Hold' ? PaymentStatus.HELD : PaymentStatus.CAPTURED,
      },
    },
  });
  await waitFor(async () => {
    await hurry(id);
    expect(orderOf(await grpc.mine.call(getOrder, { id })).status).toBe(OrderStatus.CONFIRMED);
  });
  expect(
    await world.rows('select from orders.orders where alarmed_on is not null or unsettled_since is not null'),
  ).toEqual([]);
});
