import type pg from 'pg';
import { median } from './figures.ts';

export interface TriggerCost {
  /** Of creating a shipment with the trigger and without: medians, and the median of the rounds' ratios. */
  withMs: number;
  withoutMs: number;
  ratio: number;
  /** Of the trigger alone, for one event of many in one statement. */
  microsecondsPerEvent: number;
}

const ROUNDS = 11;
const CREATIONS = 40;
const EVENTS = 20_000;

/** What the trigger that queues events costs a tenant to whom nobody listens. */
export async function measureTriggerCost(
  client: pg.Client,
  tenantId: string,
  createShipment: () => Promise<void>,
): Promise<TriggerCost> {
  const switchTrigger = (on: boolean) =>
    client.query(`alter table platform.events ${on ? 'enable' : 'disable'} trigger queue_event`);
  const creations = async (on: boolean): Promise<number> => {
    await switchTrigger(on);
    // What was planned under the other state is planned anew.
    for (let number = 0; number < 5; number++) await createShipment();
    const times: number[] = [];
    for (let number = 0; number < CREATIONS; number++) {
      const start = performance.now();
      await createShipment();
      times.push(performance.now() - start);
    }
    return median(times);
  };
  const insertion = async (on: boolean): Promise<number> => {
    await switchTrigger(on);
    const start = performance.now();
    await client.query(
      `insert into platform.events (tenant_id, id, type, subject, sequence, time, data)
       select $1, uuidv7(), 'shipment.created', 'bench/' || uuidv7(), 1, now(), '{}' from generate_series(1, $2::int)`,
      [tenantId, EVENTS],
    );
    return performance.now() - start;
  };
  const rounds: { with: number; without: number }[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    // In turns, and who is first in turns too.
    if (round % 2 === 0) rounds.push({ with: await creations(true), without: await creations(false) });
    else {
      const without = await creations(false);
      rounds.push({ with: await creations(true), without });
    }
  }
  const insertions: number[] = [];
  for (let round = 0; round < 5; round++) insertions.push((await insertion(true)) - (await insertion(false)));
  await switchTrigger(true);
  return {
    withMs: median(rounds.map((each) => each.with)),
    withoutMs: median(rounds.map((each) => each.without)),
    ratio: median(rounds.map((each) => each.with / each.without)),
    microsecondsPerEvent: (median(insertions) / EVENTS) * 1_000,
  };
}
