import { notFound } from '../../platform/problem.ts';
import type { ShippingDeps } from './deps.ts';
import type { Shipment } from './shipment.ts';
import { findShipment } from './shipment-repository.ts';

/** @throws not-found (404) */
export async function requireShipment(
  { db }: Pick<ShippingDeps, 'db'>,
  tenantId: string,
  id: string,
): Promise<Shipment> {
  const shipment = await findShipment(db, tenantId, id);
  if (shipment === undefined) throw notFound('shipment', id);
  return shipment;
}
