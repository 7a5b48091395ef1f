import { beforeAll, expect, test, vi } from 'vitest';
import { InventoryService } from '../../../src/platform/generated/proto/oms/v1/inventory_service_pb.ts';
import { CancelReason, OrderStatus } from '../../../src/platform/generated/proto/oms/v1/types_pb.ts';
import { useTestApp } from '../../harness/app.ts';
import { EXAMPLE_ORDER, getOrder, orderOf, payOrder, reservedOrder, stock, useGrpc } from '../../harness/grpc.ts';
import { createTestDatabase } from '../../harness.ts';

const RESERVATION_MS = 15 * 60_000;

let offset = 0;
const world = useTestApp(createTestDatabase, { background: true, clock: () => new Date(Date.now() + offset) });
const grpc = useGrpc(world);
beforeAll(() => stock(grpc.mine, { 'SKU-1': 10n, 'SKU-2': 10n, 'SKU-9': 1n }));

const jobsOf = (id: string) =>
  world.rows<{ run_at: Date }>(`select run_at from graphile_worker.jobs where key like '%:' || $1`, [id]);
const waitFor = (check: () => Promise<void>) => vi.waitFor(check, { timeout: 20_000, interval: 50 });

test('a reservation that is not paid lapses after 15 minutes: the order is canceled, and its stock is free', async () => {
  // Made a quarter of an hour ago, so that the job, which goes by the database's clock, comes before this process knows that it is time.
  offset = -RESERVATION_MS - 500;
  const order = await reservedOrder(grpc.mine, {
    items: [{ ...EXAMPLE_ORDER.items[0], sku: 'SKU-9', qty: 1 }] as never,
  });
  const [due] = await jobsOf(order.id);
  await waitFor(async () => expect((await jobsOf(order.id))[0]?.run_at).not.toEqual(due?.run_at));
  expect(orderOf(await grpc.mine.call(getOrder, { id: order.id })).status).toBe(OrderStatus.RESERVED);
  offset = 0;
  await waitFor(async () => {
    const { status, cancelReason, reservedUntil } = orderOf(await grpc.mine.call(getOrder, { id: order.id }));
    expect([status, cancelReason, reservedUntil]).toEqual([OrderStatus.CANCELED, CancelReason.EXPIRED, undefined]);
  });
  const { message } = await grpc.mine.call(InventoryService.method.getStock, { skus: ['SKU-9'] });
  expect(message?.levels[0]).toMatchObject({ onHand: 1n, reserved: 0n });
  const events = await world.rows(
    `select data->>'newStatus' as status, data->>'reason' as reason from platform.events where subject = $1 order by sequence`,
    [`order/${order.id}`],
  );
  expect(events.at(-1)).toEqual({ status: 'ORDER_STATUS_CANCELED', reason: 'EXPIRED' });
  expect(await jobsOf(order.id)).toEqual([]);
});

test('what is paid does not lapse', async () => {
  offset = 0;
  const { id } = await reservedOrder(grpc.mine);
  const [job] = await jobsOf(id);
  expect((job?.run_at.getTime() ?? 0) - Date.now()).toBeGreaterThan(RESERVATION_MS - 60_000);
  expect(orderOf(await grpc.mine.call(payOrder, { id, paymentToken: 'tok_ok' })).status).toBe(OrderStatus.CONFIRMED);
  expect(await jobsOf(id)).toEqual([]);
});
