import { PrismaPg } from '@prisma/adapter-pg';
import { fastify } from 'fastify';
import pg from 'pg';
import { PrismaClient } from '../src/platform/generated/prisma/client.ts';
import { newId, timeOfId } from '../src/platform/ids.ts';
import { EXAMPLE_MEASURES, type EXAMPLE_SHIPMENT, PAGE_SIZE, SHIPMENTS_PATH } from './example-shipment.ts';
import { serveReference } from './reference-process.ts';

type Body = typeof EXAMPLE_SHIPMENT;

/**
 * The same effects as Prisma's documentation would have one write them: a nested create in an interactive transaction, relations by
 * `include`, a page by `findMany` and `count`. Neither authentication nor validation.
 */
serveReference(async ({ connectionString, poolSize, writerId, readerId }) => {
  const pool = new pg.Pool({ connectionString, max: poolSize, idleTimeoutMillis: 1_000 });
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) });

  const app = fastify();
  app.post(SHIPMENTS_PATH, async (request, reply) =>
    reply.code(201).send(await createShipment(prisma, writerId, request.body as Body, request.ip)),
  );
  app.get<{ Params: { id: string } }>(`${SHIPMENTS_PATH}/:id`, async (request, reply) => {
    const shipment = await prisma.shipment.findUnique({
      where: { tenantId_id: { tenantId: readerId, id: request.params.id } },
      include: { handlingUnits: { orderBy: { number: 'asc' } } },
    });
    return shipment ?? reply.code(404).send();
  });
  app.get(SHIPMENTS_PATH, async () => {
    const where = { tenantId: readerId };
    const [items, total] = await prisma.$transaction([
      prisma.shipment.findMany({
        where,
        include: { handlingUnits: { orderBy: { number: 'asc' } } },
        orderBy: { id: 'desc' },
        take: PAGE_SIZE,
      }),
      prisma.shipment.count({ where }),
    ]);
    return { items, total };
  });
  return app;
});

async function createShipment(prisma: PrismaClient, tenantId: string, body: Body, address: string): Promise<object> {
  const { handlingUnits, ...content } = body;
  const { reference, carrierReference, serviceLevelReference } = content;
  const id = newId();
  const createdOn = timeOfId(id);
  const { weightGrams, dimensionsMillimetres } = EXAMPLE_MEASURES;
  return prisma.$transaction(async (tx) => {
    await tx.carrierProfile.findFirstOrThrow({
      where: { tenantId, reference: carrierReference, deletedOn: null },
    });
    const shipment = await tx.shipment.create({
      data: {
        tenantId,
        id,
        reference,
        carrierReference,
        serviceLevelReference,
        status: 'Created',
        version: 1,
        eventSequence: 1,
        content,
        bookingAttempts: 0,
        createdOn,
        updatedOn: createdOn,
        handlingUnits: {
          create: handlingUnits.map((unit, index) => ({
            number: index + 1,
            id: newId(),
            status: 'AtOrigin',
            weightGrams,
            lengthMillimetres: dimensionsMillimetres.length,
            widthMillimetres: dimensionsMillimetres.width,
            heightMillimetres: dimensionsMillimetres.height,
            content: unit,
          })),
        },
      },
      include: { handlingUnits: true },
    });
    await tx.shipmentCountChange.create({
      data: { tenantId, createdOn, status: 'Created', carrierReference, change: 1 },
    });
    const resource = `shipment/${id}`;
    const data = { ...content, id, handlingUnits };
    const event = {
      tenantId,
      id: newId(),
      type: 'shipment.created',
      subject: resource,
      sequence: 1,
      time: createdOn,
      data,
    };
    await tx.event.create({ data: event });
    const author = { action: 'createShipment', actorKind: 'system', actorName: 'prisma', address };
    await tx.auditEvent.create({ data: { tenantId, id: newId(), ...author, resource, eventAfter: 1 } });
    return shipment;
  });
}
