import type { Address } from '../../address.ts';
import type { BookingRequest } from '../carrier.ts';
import { carrierText } from '../carrier-text.ts';
import { type DhlContext, type DhlProduct, userGroupProfile } from './dhl-account.ts';
import { dhlConsignee, dhlShipper } from './dhl-address.ts';
import { dhlCustoms } from './dhl-customs.ts';
import { dhlDropPoint, dhlDropPointConsignee } from './dhl-drop-point.ts';

const COST_CENTER = { maxLength: 50, charset: 'latin1' } as const;

/** The body of `POST /orders`: one shipment of DHL's a handling unit, all under our booking reference. It has been checked. */
export function dhlOrderRequest(request: BookingRequest, context: DhlContext, product: DhlProduct): object {
  const { content, bookingReference, handlingUnits } = request;
  const { sender, receiver } = content.addresses;
  const services = servicesOf(request, context, product);
  // Without `shipDate` the day is today's: that of a booking made again is no past one.
  return {
    profile: userGroupProfile(context),
    shipments: handlingUnits.map((unit) => ({
      product,
      billingNumber: context.settings.billingNumbers[product],
      refNo: bookingReference,
      costCenter: carrierText(content.reference, COST_CENTER),
      shipper: dhlShipper(sender),
      consignee: consigneeOf(sender, receiver),
      details: {
        weight: { uom: 'g', value: unit.weightGrams },
        ...(unit.dimensionsMillimetres === undefined ? {} : { dim: { uom: 'mm', ...unit.dimensionsMillimetres } }),
      },
      ...(Object.keys(services).length === 0 ? {} : { services }),
      ...(request.leavesCustomsTerritory ? { customs: dhlCustoms(request, unit, product) } : {}),
    })),
  };
}

function consigneeOf(sender: Address, receiver: Address): object {
  const dropPoint = dhlDropPoint(receiver);
  return dropPoint === undefined
    ? dhlConsignee(receiver, sender.countryCode === 'DE' && receiver.countryCode === 'DE')
    : dhlDropPointConsignee(receiver, dropPoint);
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
  { settings }: DhlContext,
  product: DhlProduct,
): object {
  const hasReturn = content.returnService === 'enclosed-label';
  // Europaket says it in the customs details.
  const isDutyPaid = leavesCustomsTerritory && content.customs?.incoterm === 'DDP' && product !== 'V54EPAK';
  return {
    ...(hasReturn
      ? {
          dhlRetoure: {
            billingNumber: settings.billingNumbers.dhlRetoure,
            refNo: bookingReference,
            returnAddress: dhlShipper(content.addresses.sender),
          },
        }
      : {}),
    ...(isDutyPaid ? { postalDeliveryDutyPaid: true } : {}),
  };
}
