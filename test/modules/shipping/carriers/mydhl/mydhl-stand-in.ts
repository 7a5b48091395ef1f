import { at, listAt, numberAt, textAt } from '../json-at.ts';
import { type CarrierStandIn, type StandInAnswer, type StandInRequest, startStandIn } from '../stand-in.ts';

interface MyDhlBooking {
  reference: string;
  number: string;
  pieces: string[];
  /** Never: DHL Express has no void. */
  voided: false;
}

const PDF = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF\n').toString('base64');
const ZPL = Buffer.from('^XA^FO50,50^ADN,36,20^FDDHL^FS^XZ').toString('base64');

const refused = (status: number, detail: string, additionalDetails?: string[]): StandInAnswer => ({
  status,
  json: {
    instance: '/expressapi/shipments',
    detail,
    title: 'Bad request',
    message: 'Bad request',
    status: String(status),
    ...(additionalDetails === undefined ? {} : { additionalDetails }),
  },
});

/** As the document's examples: one product with all prices, one that DHL has no price for, one without a code. */
const RATES = {
  products: [
    {
      productName: 'EXPRESS WORLDWIDE',
      productCode: 'P',
      totalPrice: [
        { currencyType: 'PULCL', priceCurrency: 'USD', price: 160.4 },
        { currencyType: 'BILLC', priceCurrency: 'EUR', price: 141.51 },
        { currencyType: 'BASEC', priceCurrency: 'EUR', price: 141.51 },
      ],
      totalPriceBreakdown: [
        {
          currencyType: 'BILLC',
          priceCurrency: 'EUR',
          priceBreakdown: [
            { typeCode: 'STTXA', price: 22.59 },
            { typeCode: 'SPRQT', price: 118.92 },
          ],
        },
      ],
      detailedPriceBreakdown: [
        {
          currencyType: 'BILLC',
          priceCurrency: 'EUR',
          breakdown: [
            { name: 'EXPRESS WORLDWIDE', price: 100.1 },
            { name: 'FUEL SURCHARGE', serviceCode: 'FF', price: 18.82 },
          ],
        },
      ],
      deliveryCapabilities: { deliveryTypeCode: 'QDDC', totalTransitDays: '2' },
    },
    {
      productName: 'EXPRESS 12:00',
      productCode: 'T',
      totalPrice: [{ currencyType: 'BILLC', priceCurrency: 'EUR', price: 0 }],
    },
    { productName: 'MEDICAL EXPRESS', productCode: 'Q', totalPrice: [{ currencyType: 'BILLC', price: 0 }] },
    { productName: 'without a code', totalPrice: [{ currencyType: 'BILLC', priceCurrency: 'EUR', price: 5 }] },
  ],
};

/** DHL Express in its own manners: numbers as numbers, errors with a code in their text. */
export async function startMyDhlStandIn(): Promise<CarrierStandIn> {
  const bookings: MyDhlBooking[] = [];
  let serial = 0;

  function authorised(request: StandInRequest, answer: () => StandInAnswer): StandInAnswer {
    return request.headers.authorization === `Basic ${Buffer.from('user:secret').toString('base64')}`
      ? answer()
      : { status: 401, json: { reasons: [{ msg: 'Invalid credentials' }], status: 401 } };
  }

  function ship({ json }: StandInRequest): StandInAnswer {
    const receiver = at(json, 'customerDetails', 'receiverDetails', 'postalAddress');
    if (textAt(receiver, 'postalCode') === '99999') {
      return refused(400, 'Multiple problems found, see Additional Details', [
        '7042: #/customerDetails/receiverDetails/postalAddress/postalCode: the postal code is not valid',
        '7120: Required either #/outputImageProperties/imageOptions or #/documentImages',
      ]);
    }
    const packages = listAt(json, 'content', 'packages');
    const number = String(1_000_000_000 + ++serial);
    const pieces = packages.map((_, index) => `JD0146${number}${index + 1}`);
    const reference = textAt(json, 'customerReferences', 0, 'value') ?? '';
    bookings.push({ reference, number, pieces, voided: false });
    const isZpl = textAt(json, 'outputImageProperties', 'encodingFormat') === 'zpl';
    const options = listAt(json, 'outputImageProperties', 'imageOptions').map((option) => textAt(option, 'typeCode'));
    return {
      status: 201,
      json: {
        shipmentTrackingNumber: number,
        trackingUrl: `https://express.api.dhl.com/mydhlapi/shipments/${number}/tracking`,
        packages: pieces.map((trackingNumber, index) => ({
          referenceNumber: numberAt(packages[index], 'referenceNumber'),
          trackingNumber,
        })),
        documents: [
          ...pieces.map((_, index) => ({
            imageFormat: isZpl ? 'ZPL' : 'PDF',
            content: isZpl ? ZPL : PDF,
            typeCode: 'label',
            packageReferenceNumber: index + 1,
          })),
          { imageFormat: 'PDF', content: PDF, typeCode: 'waybillDoc' },
          ...(options.includes('invoice') ? [{ imageFormat: 'PDF', content: PDF, typeCode: 'invoice' }] : []),
          { imageFormat: 'HTML', content: 'PGh0bWw+', typeCode: 'a-paper-nobody-knows' },
        ],
      },
    };
  }

  function image({ path }: StandInRequest): StandInAnswer {
    const number = path.split('/').at(-2);
    if (!bookings.some((each) => each.number === number)) return refused(404, 'No data found');
    const waybill = { shipmentTrackingNumber: number, typeCode: 'waybill', encodingFormat: 'PDF', content: PDF };
    return { json: { documents: [waybill] } };
  }

  function track({ query }: StandInRequest): StandInAnswer {
    const asked = query.getAll('shipmentTrackingNumber');
    if (asked.includes('REFUSED')) return refused(400, '1001: REFUSED is not a tracking number');
    const found = bookings.filter((each) => asked.includes(each.number));
    if (found.length === 0) return refused(404, `No Shipments Found for AWB | ${asked.join()}`);
    return { json: { shipments: found.map(shipmentOf) } };
  }

  /** By reference and account, in the references that were told of the shipment. */
  function findByReference({ query }: StandInRequest): StandInAnswer {
    const reference = query.get('shipmentReference');
    if (!query.has('shipperAccountNumber')) return refused(400, 'Missing mandatory parameters: shipperAccountNumber');
    const [from, to] = [query.get('dateRangeFrom'), query.get('dateRangeTo')];
    const today = new Date().toISOString().slice(0, 10);
    if (from === null || to === null || !(from < today && today < to))
      return refused(400, 'The search by reference needs a timeframe');
    const found = bookings.filter((each) => each.reference === reference);
    if (found.length === 0) return refused(404, `No Shipments Found for ReferenceID | ${reference}`);
    return { json: { shipments: found.map(shipmentOf) } };
  }

  const path = /^\/tracking$/;
  const routes = [
    { name: 'find', method: 'GET', path, query: 'shipmentReference', answer: findByReference },
    { name: 'book', method: 'POST', path: /^\/shipments$/, answer: ship },
    { name: 'find', method: 'GET', path: /\/get-image$/, answer: image },
    { name: 'track', method: 'GET', path, answer: track },
    { name: 'quote', method: 'POST', path: /^\/rates$/, answer: () => ({ json: RATES }) },
    { name: 'verify', method: 'GET', path: /^\/address-validate$/, answer: () => ({ json: { warnings: [] } }) },
  ];
  const standIn = await startStandIn(
    routes.map((route) => ({ ...route, answer: (request) => authorised(request, () => route.answer(request)) })),
  );
  return { ...standIn, bookings: () => bookings };
}

function shipmentOf({ reference, number, pieces }: MyDhlBooking): object {
  const picked = event('PU', '2026-12-01', '17:30:00', 'Shipment picked up');
  return {
    shipmentTrackingNumber: number,
    status: 'Success',
    shipperReferences: [{ value: reference, typeCode: 'CU' }],
    events: [picked, event('RR', '2026-12-02', '02:00:00', 'Customs status updated')],
    pieces: pieces.map((trackingNumber) => ({
      trackingNumber,
      events: [
        event('OK', '2026-12-03', '10:15:00', 'Delivered'),
        picked,
        event('??', '2026-12-02', '09:30:00', 'A code that nobody knows'),
        { typeCode: 'AR', description: 'without a time' },
      ],
    })),
  };
}

function event(typeCode: string, date: string, time: string, description: string): object {
  const serviceArea = [{ code: 'CGN', description: 'Cologne-DE' }];
  return { date, time, GMTOffset: '+01:00', typeCode, description, serviceArea, signedBy: 'J. DOE' };
}
