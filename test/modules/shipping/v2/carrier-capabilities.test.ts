import { expect, test } from 'vitest';
import { EXAMPLE_SHIPMENT, fieldsOf, problemOf, SHIPMENTS, useTestApp } from '../../../harness/app.ts';
import { createTestDatabase } from '../../../harness.ts';

const world = useTestApp(createTestDatabase);

const UPS = {
  reference: 'UPS',
  name: 'UPS',
  carrier: 'ups',
  environment: 'test',
  credentials: { clientId: 'client', clientSecret: 'secret' },
  settings: { accountNumber: 'A1B2C3' },
  serviceLevels: [{ reference: 'DFY-B2C', name: 'UPS Standard', productCode: '11' }],
};
const [UNIT] = EXAMPLE_SHIPMENT.handlingUnits;
const BATTERIES = { ...UNIT, dangerousGoods: [{ unNumber: 'UN3480', class: '9' }] };

test.each<[string, object, string[], RegExp]>([
  [
    'dangerous goods',
    { handlingUnits: [UNIT, BATTERIES] },
    ['Data.HandlingUnits[1].DangerousGoods /handlingUnits/1/dangerousGoods'],
    /ups takes no dangerous goods/,
  ],
  [
    'too many handling units',
    { handlingUnits: Array(201).fill(UNIT) },
    ['Data.HandlingUnits /handlingUnits'],
    /at most 200 handling units/,
  ],
  [
    'a return service that it has not',
    { returnService: 'enclosed-label' },
    ['Data.ReturnService /returnService'],
    /ups has no enclosed-label. It has: return-shipment/,
  ],
])(
  'what a carrier cannot do is not begun: %s answers 422, and the carrier is not asked',
  async (_what, changes, fields, message) => {
    const caller = await world.server.newCaller();
    expect((await caller.post('/api/shipping/v2/carrier-profiles', UPS)).status).toBe(201);
    const { id } = await caller.createShipment({ ...changes, carrierReference: 'UPS' });
    const answer = await caller.put(`${SHIPMENTS}/${id}/order`);
    expect(problemOf(answer)).toBe('422 carrier-cannot');
    expect(fieldsOf(answer)).toEqual(fields);
    expect(answer.body.detail).toMatch(message);
    expect((await caller.get(`${SHIPMENTS}/${id}`)).body.status).toBe('Created');
    expect((await caller.get(`${SHIPMENTS}/${id}/carrier-calls`)).body.total).toBe(0);
  },
);
