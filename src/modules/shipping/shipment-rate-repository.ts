import { type Database, query, type Statement } from '../../platform/database.ts';
import type { HandlingUnit, ShipmentContent } from './shipment.ts';

interface Row {
  id: string;
  addresses: ShipmentContent['addresses'];
  customs: ShipmentContent['customs'] | null;
  units: HandlingUnit['content'][];
}

interface RatedShipment extends Pick<ShipmentContent, 'addresses' | 'customs'> {
  handlingUnits: Row['units'];
}

const FIND: Statement = {
  name: 'find-shipments-for-rating',
  text: `select s.id, s.content->'addresses' as addresses, s.content->'customs' as customs,
      (select json_agg(u.content order by u.number) from shipping.handling_units u
        where u.tenant_id = s.tenant_id and u.shipment_id = s.id) as units
    from shipping.shipments s where s.tenant_id = $1 and s.id = any($2::uuid[])`,
};

/** What of shipments makes their price, as it was sent. Those that do not exist are not there. */
export async function findShipmentsForRating(
  db: Database,
  tenantId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, RatedShipment>> {
  const rows = await query<Row>(db.pool, FIND, [tenantId, [...ids]]);
  return new Map(
    rows.map(({ id, addresses, customs, units }) => [
      id,
      { addresses, handlingUnits: units, ...(customs === null || customs === undefined ? {} : { customs }) },
    ]),
  );
}
