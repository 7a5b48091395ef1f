import { type Static, Type } from '@sinclair/typebox';
import type { Address } from '../../address.ts';
import type { BookingRequest } from '../carrier.ts';
import { carrierText } from '../carrier-text.ts';
import {
  BillingNumber,
  billingNumber,
  DHL_PRODUCTS,
  type DhlContext,
  type DhlProduct,
  UserGroupProfile,
  userGroupProfile,
} from './dhl-account.ts';
import { DhlAddress, DhlAddressAbroad, dhlAddress, dhlAddressAbroad } from './dhl-address.ts';
import { DhlCustoms, dhlCustoms } from './dhl-customs.ts';
import { DhlLocker, DhlPostOffice, dhlDropPoint, dhlDropPointConsignee } from './dhl-drop-point.ts';
import { DhlDetails, dhlDetails } from './dhl-measures.ts';

const COST_CENTER = { maxLength: 50, charset: 'latin1' } as const;
/** In one request. */
export const MAX_SHIPMENTS = 30;

/** Our booking reference. */
const RefNo = Type.String({ minLength: 8, maxLength: 35 });

const Services = Type.Object({
  /** A label for the way back, enclosed. */
  dhlRetoure: Type.Optional(Type.Object({ billingNumber: BillingNumber, refNo: RefNo, returnAddress: DhlAddress })),
  postalDeliveryDutyPaid: Type.Optional(Type.Literal(true)),
});

const Consignee = Type.Union([DhlAddress, DhlAddressAbroad, DhlLocker, DhlPostOffice]);

/** One handling unit. Without `shipDate` the day is today's: that of a booking made again is no past one. */
const Shipment = Type.Object({
  product: Type.Union(DHL_PRODUCTS.map((product) => Type.Literal(product))),
  billingNumber: BillingNumber,
  refNo: RefNo,
  costCenter: Type.String({ maxLength: COST_CENTER.maxLength }),
  shipper: DhlAddress,
  consignee: Consignee,
  details: DhlDetails,
  services: Type.Optional(Services),
  customs: Type.Optional(DhlCustoms),
});

/** The body of `POST /orders`. */
export const DhlOrder = Type.Object({
  profile: UserGroupProfile,
  shipments: Type.Array(Shipment, { minItems: 1, maxItems: MAX_SHIPMENTS }),
});

/** One shipment of DHL's a handling unit, all under our booking reference. The request has been checked. */
export function dhlOrderRequest(
  request: BookingRequest,
  context: DhlContext,
  product: DhlProduct,
): Static<typeof DhlOrder> {
  const { content, bookingReference, handlingUnits } = request;
  const { sender, receiver } = content.addresses;
  const services = servicesOf(request, context, product);
  return {
    profile: userGroupProfile(context),
    shipments: handlingUnits.map((unit) => ({
      product,
      billingNumber: billingNumber(context, product),
      refNo: bookingReference,
      costCenter: carrierText(content.reference, COST_CENTER),
      shipper: dhlAddress(sender),
      consignee: consigneeOf(sender, receiver),
      details: dhlDetails(unit),
      ...(Object.keys(services).length === 0 ? {} : { services }),
      ...(request.leavesCustomsTerritory ? { customs: dhlCustoms(request, unit, product) } : {}),
    })),
  };
}

function consigneeOf(sender: Address, receiver: Address): Static<typeof Consignee> {
  const dropPoint = dhlDropPoint(receiver);
  if (dropPoint !== undefined) return dhlDropPointConsignee(receiver, dropPoint);
  const isDomestic = sender.countryCode === 'DE' && receiver.countryCode === 'DE';
  return isDomestic ? dhlAddress(receiver) : dhlAddressAbroad(receiver);
}

/** The query of `POST /orders` and `GET /orders`: every label and paper in the answer, each by itself. */
export function dhlPrintOptions({ labelFormat, settings }: DhlContext): [string, string][] {
  const { printFormat } = settings;
  return [
    ['docFormat', labelFormat === 'zpl' ? 'ZPL2' : 'PDF'],
    ['includeDocs', 'include'],
    ['combine', 'false'],
    ...(printFormat === undefined
      ? []
      : ([
          ['printFormat', printFormat],
          ['retourePrintFormat', printFormat],
        ] satisfies [string, string][])),
  ];
}

function servicesOf(
  { content, bookingReference, leavesCustomsTerritory }: BookingRequest,
  context: DhlContext,
  product: DhlProduct,
): Static<typeof Services> {
  // Europaket says it in the customs details.
  const isDutyPaid = leavesCustomsTerritory && content.customs?.incoterm === 'DDP' && product !== 'V54EPAK';
  return {
    ...(content.returnService === 'enclosed-label'
      ? {
          dhlRetoure: {
            billingNumber: billingNumber(context, 'dhlRetoure'),
            refNo: bookingReference,
            returnAddress: dhlAddress(content.addresses.sender),
          },
        }
      : {}),
    ...(isDutyPaid ? { postalDeliveryDutyPaid: true } : {}),
  };
}
