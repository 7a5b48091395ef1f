import type { Static } from '@sinclair/typebox';
import { pagesUnder } from '../../../platform/page.ts';
import type { CarrierCall } from '../carrier-call-repository.ts';
import type { CarrierProfile } from '../carrier-profile.ts';
import type { SandboxBooking } from '../carriers/sandbox/ledger.ts';
import type { Consignment } from '../consignment.ts';
import type { DocumentSummary } from '../document-repository.ts';
import { allows, type HandlingUnit, type Refusal, type Shipment, type ShipmentStatus } from '../shipment.ts';
import type { TrackingEvent } from '../tracking-event.ts';
import type { ProfileVerification } from '../verify-profile.ts';
import type {
  CarrierCallBody,
  CarrierProfileBody,
  CarrierVerification,
  DocumentBody,
  SandboxBookingBody,
} from './carrier-schemas.ts';
import type { ConsignmentBody, TrackingEventBody } from './schemas.ts';
import type { ShipmentBody } from './shipment-schemas.ts';

const BASE = '/api/shipping/v2';

/** A shipment as version 2 of the API shows it. */
export function presentShipment(shipment: Shipment): ShipmentBody {
  return {
    id: shipment.id,
    status: shipment.status,
    version: shipment.version,
    ...shipment.content,
    handlingUnits: shipment.handlingUnits.map(presentHandlingUnit),
    ...(shipment.consignmentId === undefined ? {} : { consignmentId: shipment.consignmentId }),
    ...(shipment.carrierBookingReference === undefined
      ? {}
      : { carrierBookingReference: shipment.carrierBookingReference }),
    ...(shipment.trackingUrl === undefined ? {} : { trackingUrl: shipment.trackingUrl }),
    ...(shipment.refusal === undefined ? {} : { refusal: presentRefusal(shipment.refusal) }),
    ...(shipment.hold === undefined ? {} : { hold: shipment.hold }),
    ...(shipment.rate === undefined ? {} : { rate: shipment.rate }),
    createdOn: shipment.createdOn.toISOString(),
    updatedOn: shipment.updatedOn.toISOString(),
    _links: shipmentLinks(shipment),
  };
}

const HAS_LABELS: ReadonlySet<ShipmentStatus> = new Set<ShipmentStatus>(['Accepted', 'Executed']);

function shipmentLinks(shipment: Shipment): ShipmentBody['_links'] {
  const self = `${BASE}/shipments/${shipment.id}`;
  const { status } = shipment;
  return {
    self: { href: self },
    ...(allows(status, 'update') ? { update: { href: self } } : {}),
    ...(allows(status, 'order') ? { order: { href: `${self}/order` } } : {}),
    ...(HAS_LABELS.has(status) ? { labels: { href: `${self}/labels` }, documents: { href: `${self}/documents` } } : {}),
    ...(shipment.hold === undefined ? {} : { 'booking-outcome': { href: `${self}/booking-outcome` } }),
    ...(allows(status, 'cancel') ? { cancel: { href: `${self}/cancel` } } : {}),
    ...(allows(status, 'reset') ? { reset: { href: `${self}/reset` } } : {}),
    ...(status === 'Created' ? {} : { 'tracking-events': { href: `${self}/tracking-events` } }),
    ...(shipment.consignmentId === undefined
      ? {}
      : {
          consignment: { href: `${BASE}/consignments/${shipment.consignmentId}` },
          'carrier-calls': { href: `${self}/carrier-calls` },
        }),
  };
}

function presentHandlingUnit(unit: HandlingUnit): ShipmentBody['handlingUnits'][number] {
  return {
    id: unit.id,
    status: unit.status,
    ...(unit.trackingReference === undefined ? {} : { trackingReference: unit.trackingReference }),
    ...unit.content,
  };
}

function presentRefusal({ errors, ...refusal }: Refusal): NonNullable<ShipmentBody['refusal']> {
  return { ...refusal, ...(errors === undefined ? {} : { errors: [...errors] }) };
}

/** A consignment as version 2 of the API shows it. */
export function presentConsignment(consignment: Consignment): ConsignmentBody {
  const {
    tenantId: _tenant,
    calledUntil: _until,
    eventSequence: _sequence,
    profileId: _profile,
    serviceLevel: _level,
    settings: _settings,
    doubtful: _doubtful,
    trackOn: _trackOn,
    refusal,
    ...body
  } = consignment;
  return {
    ...body,
    ...(refusal === undefined ? {} : { refusal: presentRefusal(refusal) }),
    shipmentIds: [...consignment.shipmentIds],
    createdOn: consignment.createdOn.toISOString(),
    updatedOn: consignment.updatedOn.toISOString(),
    _links: {
      self: { href: `${BASE}/consignments/${consignment.id}` },
      shipments: consignment.shipmentIds.map((id) => ({ href: `${BASE}/shipments/${id}` })),
    },
  };
}

export function presentTrackingEvent(event: TrackingEvent): TrackingEventBody {
  return { ...event, occurredOn: event.occurredOn.toISOString(), recordedOn: event.recordedOn.toISOString() };
}

/** A page of one of this version's lists. */
export const presentPage = pagesUnder(BASE);

/** A carrier account as version 2 of the API shows it: never with its credentials. */
export function presentCarrierProfile(profile: CarrierProfile): CarrierProfileBody {
  const { tenantId: _tenant, credentials, serviceLevels, countries, settings, createdOn, updatedOn, ...body } = profile;
  return {
    ...body,
    serviceLevels: serviceLevels.map((level) => ({ ...level })),
    countries: [...countries],
    settings: { ...settings },
    hasCredentials: credentials !== undefined,
    createdOn: createdOn.toISOString(),
    updatedOn: updatedOn.toISOString(),
    _links: { self: { href: `${BASE}/carrier-profiles/${profile.id}` } },
  };
}

export function presentVerification({
  checkedOn,
  exchanges,
  refusal,
  verified,
}: ProfileVerification): Static<typeof CarrierVerification> {
  return {
    verified,
    ...(refusal === undefined ? {} : { refusal: presentRefusal(refusal) }),
    exchanges: exchanges.map(({ startedOn, ...exchange }) => ({
      ...exchange,
      startedOn: startedOn.toISOString(),
    })),
    checkedOn: checkedOn.toISOString(),
  };
}

export function presentDocuments(shipmentId: string, documents: readonly DocumentSummary[]): { items: DocumentBody[] } {
  return {
    items: documents.map((document) => ({
      ...document,
      _links: { self: { href: `${BASE}/shipments/${shipmentId}/documents/${document.id}` } },
    })),
  };
}

export function presentCarrierCall({ startedOn, ...call }: CarrierCall): CarrierCallBody {
  return { ...call, startedOn: startedOn.toISOString() };
}

export function presentSandboxBooking({ voidedOn, bookedOn, ...booking }: SandboxBooking): SandboxBookingBody {
  return {
    ...booking,
    bookedOn: bookedOn.toISOString(),
    ...(voidedOn === null ? {} : { voidedOn: voidedOn.toISOString() }),
  };
}
