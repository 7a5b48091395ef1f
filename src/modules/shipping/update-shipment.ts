import type { Principal } from '../../platform/principal.ts';
import { type ExpectedVersion, overtaken, requireVersion } from '../../platform/problem.ts';
import { checkShipment } from './check-shipment.ts';
import type { ShippingDeps } from './deps.ts';
import { raise } from './events.ts';
import { measureUnits } from './measure-units.ts';
import { requireProfile } from './require-profile.ts';
import { requireShipment } from './require-shipment.ts';
import { nextStatus, type Shipment } from './shipment.ts';
import { concludeShipment, findShipment } from './shipment-repository.ts';
import type { ShipmentUpdate } from './v2/shipment-schemas.ts';

/**
 * Replaces the content of a shipment that is still `Created`. Its handling units get new ids.
 * @param expectedVersion the version that the caller read, from If-Match; the body may say it too.
 * @throws not-found (404), invalid-state-transition, concurrent-change (409), precondition-failed (412), and what createShipment throws
 */
export async function updateShipment(
  deps: Pick<ShippingDeps, 'db' | 'clock'>,
  principal: Pick<Principal, 'tenantId'>,
  id: string,
  update: ShipmentUpdate,
  expectedVersion?: ExpectedVersion,
): Promise<Shipment> {
  const { version: versionRead, handlingUnits, ...content } = update;
  const before = await requireShipment(deps, principal.tenantId, id);
  requireVersion(before.version, expectedVersion);
  requireVersion(before.version, versionRead);
  const status = nextStatus(before.status, 'update');
  checkShipment(update);
  await requireProfile(deps, principal.tenantId, content);
  const { shipment: after, events } = raise(
    {
      ...before,
      status,
      version: before.version + 1,
      content,
      handlingUnits: measureUnits(handlingUnits),
      updatedOn: deps.clock(),
    },
    ['shipment.updated'],
  );
  if (await concludeShipment(deps.db, { before, after, events })) return after;
  const current = await findShipment(deps.db, principal.tenantId, id);
  throw overtaken('shipment', expectedVersion ?? versionRead, current?.version ?? before.version);
}
