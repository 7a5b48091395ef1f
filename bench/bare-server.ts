import { fastify } from 'fastify';
import pg from 'pg';
import { newId, timeOfId } from '../src/platform/ids.ts';
import { EXAMPLE_MEASURES, type EXAMPLE_SHIPMENT, SHIPMENTS_PATH } from './example-shipment.ts';
import { type RecordedStatement, recordProductStatements } from './product-statements.ts';
import { serveReference } from './reference-process.ts';

type Body = typeof EXAMPLE_SHIPMENT;

/**
 * The least that can answer over HTTP from the same database: Fastify as it comes, the product's statement through `pg`, and JSON in and
 * out. No authentication, no validation, no log, no problems.
 */
serveReference(async ({ connectionString, poolSize, writerId, readerId }) => {
  const pool = new pg.Pool({ connectionString, max: poolSize, idleTimeoutMillis: 1_000 });
  const statements = await recordProductStatements(writerId, readerId);
  const run = async (
    { name, text }: RecordedStatement,
    values: readonly unknown[],
  ): Promise<Record<string, unknown>[]> =>
    (await pool.query<Record<string, unknown>>({ name, text, values: [...values] })).rows;

  const app = fastify();
  app.post(SHIPMENTS_PATH, async (request, reply) => {
    const { shipment, values } = prepare(writerId, request.body as Body, request.ip);
    if (values.length !== statements.create.values.length) {
      throw new Error('the product creates with other parameters: bring bare-server.ts in line with insertShipment');
    }
    await run(statements.create, values);
    return reply.code(201).send(shipment);
  });
  app.get<{ Params: { id: string } }>(`${SHIPMENTS_PATH}/:id`, async (request, reply) => {
    const [shipment] = await run(statements.read, [readerId, request.params.id]);
    return shipment === undefined ? reply.code(404).send() : shipment;
  });
  app.get(SHIPMENTS_PATH, async () => {
    const items = await run(statements.list, statements.list.values);
    return { items, total: items[0]?.['total'] };
  });
  return app;
});

function prepare(
  tenantId: string,
  { handlingUnits, ...content }: Body,
  address: string,
): { shipment: object; values: unknown[] } {
  const id = newId();
  const createdOn = timeOfId(id);
  const units = handlingUnits.map((unit, index) => ({
    id: newId(),
    number: index + 1,
    status: 'AtOrigin',
    content: unit,
  }));
  const shipment = {
    id,
    status: 'Created',
    version: 1,
    ...content,
    handlingUnits: units.map((unit) => ({ id: unit.id, status: unit.status, ...unit.content })),
    createdOn,
    updatedOn: createdOn,
    _links: { self: { href: `${SHIPMENTS_PATH}/${id}` }, order: { href: `${SHIPMENTS_PATH}/${id}/order` } },
  };
  const { weightGrams: grams, dimensionsMillimetres } = EXAMPLE_MEASURES;
  const rows = units.map((unit) => ({ ...unit, grams, ...dimensionsMillimetres }));
  const subject = `shipment/${id}`;
  const event = { id: newId(), type: 'shipment.created', subject, sequence: 1, time: createdOn, data: shipment };
  const audit = {
    id: newId(),
    action: 'createShipment',
    actorKind: 'system',
    actorName: 'bare',
    resource: subject,
    address,
    eventAfter: 1,
  };
  const { reference, carrierReference, serviceLevelReference, addresses } = content;
  // In the order in which the statement names them first.
  const values = [
    tenantId,
    id,
    reference,
    carrierReference,
    serviceLevelReference,
    JSON.stringify(content),
    createdOn,
    addresses.receiver.countryCode,
    JSON.stringify(rows),
    JSON.stringify([event]),
    JSON.stringify([audit]),
  ];
  return { shipment, values };
}
