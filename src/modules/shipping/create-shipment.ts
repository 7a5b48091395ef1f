import { newId, timeOfId } from '../../platform/ids.ts';
import type { Principal } from '../../platform/principal.ts';
import { concurrentChange } from '../../platform/problem.ts';
import { checkShipment } from './check-shipment.ts';
import type { ShippingDeps } from './deps.ts';
import { raise } from './events.ts';
import { measureUnits } from './measure-units.ts';
import { requireProfile } from './require-profile.ts';
import type { Shipment } from './shipment.ts';
import { insertShipment } from './shipment-repository.ts';
import type { ShipmentInput } from './v2/shipment-schemas.ts';

const MAX_TRIES = 3;

/**
 * Records what is to be sent; nothing is booked yet. Repeating it makes another shipment, unless an Idempotency-Key says it is the same.
 * @throws validation (400), concurrent-change (409), customs-data-required, unknown-carrier, unknown-service-level, country-not-served (422)
 */
export async function createShipment(
  deps: Pick<ShippingDeps, 'db'>,
  principal: Pick<Principal, 'tenantId'>,
  input: ShipmentInput,
): Promise<Shipment> {
  checkShipment(input);
  const { handlingUnits, ...content } = input;
  const id = newId();
  const createdOn = timeOfId(id);
  const { shipment, events } = raise(
    {
      tenantId: principal.tenantId,
      id,
      status: 'Created',
      version: 1,
      eventSequence: 0,
      bookingAttempts: 0,
      content,
      handlingUnits: measureUnits(handlingUnits),
      createdOn,
      updatedOn: createdOn,
    },
    ['shipment.created'],
  );
  // The statement inserts only under a profile that fits. What does not is said here; if all does, a profile was changed just now.
  for (let tries = 0; !(await insertShipment(deps.db, shipment, events)); tries++) {
    await requireProfile(deps, principal.tenantId, content);
    if (tries === MAX_TRIES) throw concurrentChange('carrier profile');
  }
  return shipment;
}
