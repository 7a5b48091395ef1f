import { at, listAt, textAt } from '../json-at.ts';
import { type CarrierStandIn, type StandInAnswer, type StandInRequest, startStandIn } from '../stand-in.ts';

interface UpsBooking {
  reference: string;
  number: string;
  packages: string[];
  voided: boolean;
}

/** A GIF of one white pixel, and the smallest PDF. */
const GIF = 'R0lGODlhAQABAIAAAP///wAAACwAAAAAAQABAAACAkQBADs=';
const ZPL = Buffer.from('^XA^FO50,50^ADN,36,20^FDUPS^FS^XZ').toString('base64');
const PDF = Buffer.from('%PDF-1.4\n%%EOF\n').toString('base64');

const refused = (status: number, code: string, message: string): StandInAnswer => ({
  status,
  json: { response: { errors: [{ code, message }] } },
});

/** UPS in its own manners: one package is an object and several are an array; everything is text. */
export async function startUpsStandIn(): Promise<CarrierStandIn> {
  const bookings: UpsBooking[] = [];
  let serial = 0;

  function authorised(request: StandInRequest, answer: () => StandInAnswer): StandInAnswer {
    return request.headers.authorization === 'Bearer token-of-client'
      ? answer()
      : refused(401, '250002', 'Invalid Authentication Information.');
  }

  function ship(request: StandInRequest): StandInAnswer {
    const shipment = at(request.json, 'ShipmentRequest', 'Shipment');
    if (textAt(shipment, 'ShipTo', 'Address', 'PostalCode') === '99999') {
      return refused(400, '120802', 'Address Validation Error on ShipTo address: invalid postal code');
    }
    const packages = listAt(shipment, 'Package').map(() => `1ZA1B2C303${String(++serial).padStart(8, '0')}`);
    const reference =
      textAt(shipment, 'ReferenceNumber', 0, 'Value') ??
      textAt(shipment, 'Package', 'ReferenceNumber', 0, 'Value') ??
      '';
    const booking: UpsBooking = { reference, number: packages[0] ?? '', packages, voided: false };
    bookings.push(booking);
    const format = textAt(request.json, 'ShipmentRequest', 'LabelSpecification', 'LabelImageFormat', 'Code') ?? 'GIF';
    const hasForm = at(shipment, 'ShipmentServiceOptions', 'InternationalForms') !== undefined;
    const results = packages.map((TrackingNumber) => ({
      TrackingNumber,
      ShippingLabel: {
        ImageFormat: { Code: format },
        GraphicImage: format === 'ZPL' ? ZPL : GIF,
        HTMLImage: 'PGh0bWw+',
      },
    }));
    return {
      json: {
        ShipmentResponse: {
          Response: { ResponseStatus: { Code: '1', Description: 'Success' }, TransactionReference: '' },
          ShipmentResults: {
            ShipmentCharges: { TotalCharges: { CurrencyCode: 'EUR', MonetaryValue: '12.34' } },
            BillingWeight: { UnitOfMeasurement: { Code: 'KGS', Description: 'Kilograms' }, Weight: '2.5' },
            ShipmentIdentificationNumber: booking.number,
            PackageResults: results.length === 1 ? results[0] : results,
            ...(hasForm
              ? {
                  Form: {
                    Code: '01',
                    Description: 'All Requested International Forms',
                    Image: { ImageFormat: { Code: 'PDF' }, GraphicImage: PDF },
                  },
                }
              : {}),
          },
        },
      },
    };
  }

  function recover(request: StandInRequest): StandInAnswer {
    const reference = textAt(request.json, 'LabelRecoveryRequest', 'ReferenceValues', 'ReferenceNumber', 'Value');
    const number = textAt(request.json, 'LabelRecoveryRequest', 'TrackingNumber');
    const booking = bookings.find((each) => each.reference === reference && !each.voided);
    // "Label Recovery will return label for Small Package Tracking Number": for that package alone.
    const asked = (booking?.packages ?? []).filter((each) => number === undefined || each === number);
    if (booking === undefined || asked.length === 0)
      return refused(400, '300102', 'No label found for the given reference number.');
    const results = asked.map((TrackingNumber) => ({
      TrackingNumber,
      LabelImage: { LabelImageFormat: { Code: 'GIF' }, GraphicImage: GIF },
    }));
    return {
      json: {
        LabelRecoveryResponse: {
          Response: { ResponseStatus: { Code: '1', Description: 'Success' } },
          ShipmentIdentificationNumber: booking.number,
          LabelResults: results.length === 1 ? results[0] : results,
        },
      },
    };
  }

  function cancel(request: StandInRequest): StandInAnswer {
    const number = request.path.split('/').at(-1);
    const booking = bookings.find((each) => each.number === number);
    if (booking === undefined) return refused(400, '190102', 'No shipment found within the allowed void period');
    if (booking.voided) return refused(400, '190117', 'The shipment has already been voided');
    booking.voided = true;
    const Status = { Code: '1', Description: 'Voided' };
    return { json: { VoidShipmentResponse: { Response: { ResponseStatus: Status }, SummaryResult: { Status } } } };
  }

  function track(request: StandInRequest): StandInAnswer {
    const number = request.path.split('/').at(-1);
    const booking = bookings.find((each) => each.number === number);
    if (booking === undefined) return refused(404, 'TW0001', 'Tracking Information Not Found');
    return {
      json: {
        trackResponse: {
          shipment: [
            {
              inquiryNumber: number,
              package: booking.packages.map((trackingNumber) => ({
                trackingNumber,
                activity: [
                  activity('D', 'FS', '011', 'Delivered', '20261203', '101500'),
                  activity('I', 'OR', '005', 'Origin Scan', '20261202', '81500'),
                  { status: { type: 'I', description: 'without a time' } },
                  activity('Q', 'ZZ', '999', 'A code that nobody knows', '20261202', '09:30:00'),
                ],
                packageCount: booking.packages.length,
              })),
            },
          ],
        },
      },
    };
  }

  const standIn = await startStandIn([
    {
      name: 'token',
      method: 'POST',
      path: /^\/security\/v1\/oauth\/token$/,
      answer: ({ headers }) =>
        headers.authorization === `Basic ${Buffer.from('client:secret').toString('base64')}`
          ? { json: { token_type: 'Bearer', access_token: 'token-of-client', expires_in: '14399', status: 'approved' } }
          : refused(401, '10401', 'ClientId is Invalid'),
    },
    { name: 'book', method: 'POST', path: /\/ship$/, answer: (request) => authorised(request, () => ship(request)) },
    {
      name: 'find',
      method: 'POST',
      path: /\/recovery$/,
      answer: (request) => authorised(request, () => recover(request)),
    },
    {
      name: 'cancel',
      method: 'DELETE',
      path: /\/void\/cancel\//,
      answer: (request) => authorised(request, () => cancel(request)),
    },
    {
      name: 'track',
      method: 'GET',
      path: /^\/api\/track\//,
      answer: (request) => authorised(request, () => track(request)),
    },
    { name: 'quote', method: 'POST', path: /^\/api\/rating\//, answer: (request) => authorised(request, rate) },
  ]);
  return { ...standIn, bookings: () => bookings };
}

function activity(
  type: string,
  code: string,
  statusCode: string,
  description: string,
  gmtDate: string,
  gmtTime: string,
) {
  return {
    location: { address: { city: 'Koeln', countryCode: 'DE' }, slic: '5021' },
    status: { type, description, code, statusCode },
    date: gmtDate,
    time: '000000',
    gmtDate,
    gmtTime,
    gmtOffset: '+01:00',
  };
}

function rate(): StandInAnswer {
  const rated = (code: string, amount: string, days: string): object => ({
    Service: { Code: code, Description: '' },
    TotalCharges: { CurrencyCode: 'EUR', MonetaryValue: '99.99' },
    NegotiatedRateCharges: { TotalCharge: { CurrencyCode: 'EUR', MonetaryValue: amount } },
    TimeInTransit: { ServiceSummary: { EstimatedArrival: { BusinessDaysInTransit: days } } },
  });
  return { json: { RateResponse: { RatedShipment: [rated('11', '8.40', '2'), rated('07', '21.00', '1')] } } };
}
