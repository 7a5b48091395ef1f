import { raise } from '../src/modules/shipping/events.ts';
import type { Shipment } from '../src/modules/shipping/shipment.ts';
import { listShipments } from '../src/modules/shipping/shipment-list-repository.ts';
import { findShipment, insertShipment } from '../src/modules/shipping/shipment-repository.ts';
import type { Database } from '../src/platform/database.ts';
import { newId } from '../src/platform/ids.ts';
import { runAsSystem } from '../src/platform/request-context.ts';
import { EXAMPLE_MEASURES, EXAMPLE_SHIPMENT, PAGE_SIZE } from './example-shipment.ts';

export interface RecordedStatement {
  name: string;
  text: string;
  values: readonly unknown[];
}

export interface ProductStatements {
  create: RecordedStatement;
  read: RecordedStatement;
  list: RecordedStatement;
}

/** The product's own statements, taken down from its own functions, so that the references run exactly the same. */
export async function recordProductStatements(writerId: string, readerId: string): Promise<ProductStatements> {
  const id = newId();
  const unitId = newId();
  const { handlingUnits, ...content } = EXAMPLE_SHIPMENT;
  const now = new Date();
  const shipment: Shipment = {
    tenantId: writerId,
    id,
    status: 'Created',
    version: 1,
    eventSequence: 0,
    bookingAttempts: 0,
    content,
    handlingUnits: handlingUnits.map((unit) => ({
      id: unitId,
      number: 1,
      status: 'AtOrigin' as const,
      ...EXAMPLE_MEASURES,
      content: unit,
    })),
    createdOn: now,
    updatedOn: now,
  };
  const raised = raise(shipment, ['shipment.created']);
  const page = { sort: '-createdOn', limit: PAGE_SIZE, offset: 0 } as const;
  return {
    create: await record((db) =>
      runAsSystem('createShipment', () => insertShipment(db, raised.shipment, raised.events)),
    ),
    read: await record((db) => findShipment(db, readerId, id)),
    list: await record((db) => listShipments(db, readerId, page)),
  };
}

async function record(operation: (db: Database) => Promise<unknown>): Promise<RecordedStatement> {
  const recorded: RecordedStatement[] = [];
  const pool = {
    query: async (statement: RecordedStatement) => {
      recorded.push(statement);
      return { rows: [] };
    },
  };
  await operation({ pool } as unknown as Database);
  const [statement, ...others] = recorded;
  if (statement === undefined || others.length > 0) {
    throw new Error(`the operation sends ${recorded.length} statements; the references run one`);
  }
  return statement;
}
