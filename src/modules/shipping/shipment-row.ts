import type { HandlingUnit, Shipment, ShipmentContent } from './shipment.ts';

/** A shipment as `SHIPMENT_COLUMNS` reads it; its units come with it. */
export interface ShipmentRow {
  id: string;
  status: Shipment['status'];
  version: number;
  eventSequence: number;
  bookingAttempts: number;
  content: ShipmentContent;
  consignmentId: string | null;
  carrierBookingReference: string | null;
  trackingUrl: string | null;
  refusal: Shipment['refusal'] | null;
  rate: Shipment['rate'] | null;
  hold: Shipment['hold'] | null;
  lastRequest: string | null;
  createdOn: Date;
  updatedOn: Date;
  units: UnitRow[];
}

interface UnitRow {
  id: string;
  number: number;
  status: HandlingUnit['status'];
  grams: number;
  length: number | null;
  width: number | null;
  height: number | null;
  tracking: string | null;
  content: HandlingUnit['content'];
}

/** The columns of a shipment with its units; `s` is shipping.shipments. */
export const SHIPMENT_COLUMNS = `s.id, s.status, s.version, s.event_sequence as "eventSequence", s.booking_attempts as "bookingAttempts",
  s.content, s.consignment_id as "consignmentId", s.carrier_booking_reference as "carrierBookingReference",
  s.tracking_url as "trackingUrl", s.refusal, s.hold, s.rate, s.last_request as "lastRequest", s.created_on as "createdOn", s.updated_on as "updatedOn",
  (select json_agg(json_build_object('id', u.id, 'number', u.number, 'status', u.status, 'grams', u.weight_grams,
      'length', u.length_millimetres, 'width', u.width_millimetres, 'height', u.height_millimetres,
      'tracking', u.tracking_reference, 'content', u.content) order by u.number)
    from shipping.handling_units u where u.tenant_id = s.tenant_id and u.shipment_id = s.id) as units`;

/** A unit as the statements that write it take it. */
export function toUnitRow(unit: HandlingUnit): Partial<UnitRow> {
  return {
    id: unit.id,
    number: unit.number,
    status: unit.status,
    grams: unit.weightGrams,
    ...unit.dimensionsMillimetres,
    ...(unit.trackingReference === undefined ? {} : { tracking: unit.trackingReference }),
    content: unit.content,
  };
}

export function toShipment(tenantId: string, row: ShipmentRow): Shipment {
  return {
    tenantId,
    id: row.id,
    status: row.status,
    version: row.version,
    eventSequence: row.eventSequence,
    bookingAttempts: row.bookingAttempts,
    content: row.content,
    handlingUnits: row.units.map(toHandlingUnit),
    ...(row.consignmentId === null ? {} : { consignmentId: row.consignmentId }),
    ...(row.carrierBookingReference === null ? {} : { carrierBookingReference: row.carrierBookingReference }),
    ...(row.trackingUrl === null ? {} : { trackingUrl: row.trackingUrl }),
    ...(row.refusal === null || row.refusal === undefined ? {} : { refusal: row.refusal }),
    ...(row.rate === null || row.rate === undefined ? {} : { rate: row.rate }),
    ...(row.hold === null || row.hold === undefined ? {} : { hold: row.hold }),
    ...(row.lastRequest === null ? {} : { lastRequest: row.lastRequest }),
    createdOn: row.createdOn,
    updatedOn: row.updatedOn,
  };
}

function toHandlingUnit(row: UnitRow): HandlingUnit {
  return {
    id: row.id,
    number: row.number,
    status: row.status,
    weightGrams: row.grams,
    ...(row.length === null || row.width === null || row.height === null
      ? {}
      : { dimensionsMillimetres: { length: row.length, width: row.width, height: row.height } }),
    ...(row.tracking === null ? {} : { trackingReference: row.tracking }),
    content: row.content,
  };
}
