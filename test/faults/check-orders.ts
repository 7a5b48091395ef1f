import type { ShipmentStatus } from '../../src/modules/shipping/shipment.ts';
import type { ShipmentHistory } from './shipment-history.ts';

/** What is there in the end, as read over the API and, where that shows nothing of it, in the database. */
export interface Aftermath {
  shipments: readonly FoundShipment[];
  consignments: readonly { id: string; status: string; carrierBookingReference?: string | undefined }[];
  bookings: readonly FoundBooking[];
  events: readonly FoundEvent[];
  /** The list's totals beside what is counted row by row. */
  totals: readonly { of: string; listed: number; counted: number }[];
  jobsLeft: readonly string[];
  /** How many labels each shipment that should have some gave. */
  labels: ReadonlyMap<string, number>;
}

export interface FoundShipment {
  id: string;
  status: ShipmentStatus;
  reference: string;
  instructions?: string | undefined;
  consignmentId?: string | undefined;
  carrierBookingReference?: string | undefined;
  unitReferences: readonly (string | undefined)[];
}

export interface FoundBooking {
  shipmentId: string;
  carrierBookingReference: string;
  unitReferences: readonly string[];
  isLive: boolean;
}

export interface FoundEvent {
  subject: string;
  sequence: number;
  type: string;
  data: Readonly<Record<string, unknown>>;
}

/** Everything that must hold once all is settled, whatever was killed. @returns what does not, one line each. */
export function checkOrders(histories: readonly ShipmentHistory[], found: Aftermath): string[] {
  const bookings = Map.groupBy(found.bookings, (booking) => booking.shipmentId);
  const events = Map.groupBy(found.events, (event) => event.subject);
  const consignments = new Map(found.consignments.map((each) => [each.id, each]));
  const shipments = new Map(found.shipments.map((each) => [each.id, each]));
  return [
    ...histories.flatMap((history) => checkHistory(history, shipments.get(history.id), found)),
    ...found.shipments.flatMap((shipment) => [
      ...checkBookings(shipment, bookings.get(shipment.id) ?? []),
      ...checkConsignment(shipment, consignments),
      ...checkEventsOfShipment(shipment, events.get(`shipment/${shipment.id}`) ?? []),
      ...checkLabels(shipment, found.labels.get(shipment.id)),
    ]),
    // Each was asked for once, or under one key.
    ...[...Map.groupBy(found.shipments, (each) => each.reference)].flatMap(([reference, { length }]) =>
      length === 1 ? [] : [`there are ${length} shipments ${reference}`],
    ),
    ...[...bookings.keys()].filter((id) => !shipments.has(id)).map((id) => `booking of an unknown shipment ${id}`),
    ...[...events].flatMap(([subject, ofSubject]) => checkSequence(subject, ofSubject)),
    ...found.totals.flatMap(({ of, listed, counted }) =>
      listed === counted ? [] : [`the list says ${listed} of ${of}, and ${counted} are there`],
    ),
    ...found.jobsLeft.map((job) => `a job is left over: ${job}`),
  ];
}

function checkHistory(history: ShipmentHistory, shipment: FoundShipment | undefined, found: Aftermath): string[] {
  const name = `shipment ${history.id} (${history.reference})`;
  const after = `after ${history.answers.join('; ')}`;
  const faults = history.contradictions.map((what) => `${name} was answered ${what}`);
  if (shipment === undefined) return [...faults, `${name} is lost`];
  if (!history.possible.has(shipment.status)) {
    faults.push(`${name} is ${shipment.status} and not ${[...history.possible].join(' or ')}, ${after}`);
  }
  if (shipment.reference !== history.reference || !history.instructions.has(shipment.instructions)) {
    faults.push(`${name} has lost its content: ${shipment.reference}, ${shipment.instructions}, ${after}`);
  }
  for (const told of history.toldBookings) {
    if (!found.bookings.some((each) => each.shipmentId === history.id && each.carrierBookingReference === told)) {
      faults.push(`${name} was answered with booking ${told}, which the carrier does not know`);
    }
    const wasAccepted = (event: FoundEvent): boolean =>
      event.type === 'shipment.accepted' &&
      event.subject === `shipment/${history.id}` &&
      event.data['carrierBookingReference'] === told;
    if (!found.events.some(wasAccepted)) faults.push(`${name} was answered with booking ${told}, and no event says so`);
  }
  return faults;
}

function checkBookings(shipment: FoundShipment, bookings: readonly FoundBooking[]): string[] {
  const live = bookings.filter((booking) => booking.isLive);
  const isBooked = shipment.status === 'Accepted' || shipment.status === 'Executed';
  const name = `shipment ${shipment.id} (${shipment.reference}, ${shipment.status})`;
  if (live.length !== (isBooked ? 1 : 0)) {
    return [
      `${name} has ${live.length} live bookings: ${live.map((each) => each.carrierBookingReference).join(', ') || 'none'}`,
    ];
  }
  const [booking] = live;
  if (booking === undefined) return [];
  if (booking.carrierBookingReference !== shipment.carrierBookingReference) {
    return [`${name} says ${shipment.carrierBookingReference}, and the carrier ${booking.carrierBookingReference}`];
  }
  return booking.unitReferences.join() === shipment.unitReferences.join()
    ? []
    : [`${name} has units ${shipment.unitReferences.join()}, and the carrier ${booking.unitReferences.join()}`];
}

function checkConsignment(
  shipment: FoundShipment,
  consignments: ReadonlyMap<string, Aftermath['consignments'][number]>,
): string[] {
  const consignment = shipment.consignmentId === undefined ? undefined : consignments.get(shipment.consignmentId);
  const wanted = shipment.status === 'Executed' ? 'Accepted' : shipment.status;
  const name = `shipment ${shipment.id} (${shipment.status})`;
  if (shipment.status === 'Created')
    return consignment === undefined ? [] : [`${name} still has consignment ${consignment.id}`];
  if (consignment === undefined) {
    // One that was canceled before it was ordered never had any.
    return shipment.status === 'Canceled' ? [] : [`${name} has no consignment`];
  }
  // A refused booking stays what it is when its shipment is canceled.
  const fits = consignment.status === wanted || (shipment.status === 'Canceled' && consignment.status === 'Declined');
  return fits && consignment.carrierBookingReference === shipment.carrierBookingReference
    ? []
    : [`${name} has consignment ${consignment.id} that is ${consignment.status}`];
}

function checkLabels(shipment: FoundShipment, labels: number | undefined): string[] {
  if (shipment.status !== 'Accepted' && shipment.status !== 'Executed') return [];
  return labels === shipment.unitReferences.length
    ? []
    : [`shipment ${shipment.id} has ${shipment.unitReferences.length} units and ${labels ?? 'no'} labels`];
}

function checkSequence(subject: string, events: readonly FoundEvent[]): string[] {
  const sequences = events.map((event) => event.sequence).sort((one, other) => one - other);
  return sequences.every((sequence, index) => sequence === index + 1)
    ? []
    : [`the events of ${subject} are numbered ${sequences.join(', ')}`];
}

/** What each event says of the status, and which status it must follow. */
const EVENTS: Readonly<Record<string, { from: readonly (ShipmentStatus | undefined)[]; to: ShipmentStatus }>> = {
  'shipment.created': { from: [undefined], to: 'Created' },
  'shipment.updated': { from: ['Created'], to: 'Created' },
  'shipment.ordered': { from: ['Created'], to: 'Ordered' },
  'shipment.held': { from: ['Ordered'], to: 'Ordered' },
  'shipment.accepted': { from: ['Ordered'], to: 'Accepted' },
  'shipment.declined': { from: ['Ordered'], to: 'Declined' },
  'shipment.canceled': { from: ['Created', 'Accepted', 'Declined'], to: 'Canceled' },
  'shipment.reset': { from: ['Accepted', 'Declined', 'Canceled'], to: 'Created' },
  'shipment.executed': { from: ['Accepted'], to: 'Executed' },
};

function checkEventsOfShipment(shipment: FoundShipment, events: readonly FoundEvent[]): string[] {
  const name = `shipment ${shipment.id} (${shipment.status})`;
  const inOrder = events.toSorted((one, other) => one.sequence - other.sequence);
  let status: ShipmentStatus | undefined;
  for (const { type } of inOrder) {
    if (type === 'shipment.tracking_updated') continue;
    const rule = EVENTS[type];
    if (rule === undefined || !rule.from.includes(status)) return [`${name}: event ${type} follows status ${status}`];
    status = rule.to;
  }
  const said = inOrder.at(-1)?.data['status'];
  return status === shipment.status && said === shipment.status
    ? []
    : [`${name}: its events end with status ${status}, the last one says ${String(said)}`];
}
