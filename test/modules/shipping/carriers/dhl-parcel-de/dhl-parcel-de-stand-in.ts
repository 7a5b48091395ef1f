import { at, listAt, textAt } from '../json-at.ts';
import { type CarrierStandIn, type StandInAnswer, type StandInRequest, startStandIn } from '../stand-in.ts';

interface Parcel {
  reference: string;
  number: string;
  voided: boolean;
}

/** Papers that can be told apart. */
const pdf = (of: string): string => Buffer.from(`%PDF-1.4\n% ${of}\n%%EOF\n`).toString('base64');
const OK = { title: 'OK', statusCode: 200, status: 200, detail: 'The Webservice call ran successfully.' };

const item = (status: number, title: string, messages: readonly [string, string, string][] = []) => ({
  sstatus: { title, statusCode: status, status },
  validationMessages: messages.map(([property, validationMessage, validationState]) => ({
    property,
    validationMessage,
    validationState,
  })),
});

/** DHL's manners: one shipment is 200 or 400, several are 207 with a status each; a refusal of the account is a bare status. */
export async function startDhlParcelDeStandIn(): Promise<CarrierStandIn & { parcels: readonly Parcel[] }> {
  const parcels: Parcel[] = [];
  let serial = 0;

  function authorised(request: StandInRequest, answer: () => StandInAnswer): StandInAnswer {
    const basic = `Basic ${Buffer.from('portal-user:portal-secret').toString('base64')}`;
    const isBasic = request.headers['dhl-api-key'] === 'app-key' && request.headers.authorization === basic;
    return isBasic || request.headers.authorization === 'Bearer token-of-app'
      ? answer()
      : {
          status: 401,
          json: { title: 'Unauthorized', statusCode: 401, status: 401, detail: 'Unauthorized for given resource.' },
        };
  }

  function answerOf(items: readonly { sstatus: { status: number } }[]): StandInAnswer {
    const [only] = items;
    if (items.length !== 1 || only === undefined) {
      const isGood = items.every(({ sstatus }) => sstatus.status === 200);
      return { status: 207, json: { status: isGood ? OK : { ...OK, title: 'Partially ok', status: 207 }, items } };
    }
    const { status } = only.sstatus;
    return status === 200
      ? { json: { status: OK, items } }
      : { status, json: { status: { title: 'Bad Request', statusCode: status, status }, items } };
  }

  function papers(parcel: Parcel, query: URLSearchParams, hasReturn: boolean, hasCustoms: boolean) {
    const isZpl = query.get('docFormat') === 'ZPL2';
    const label = (number: string) =>
      isZpl
        ? { zpl2: `^XA^FO50,50^FD${number}^FS^XZ`, fileFormat: 'ZPL2', printFormat: '910-300-400/410' }
        : { b64: pdf(number), fileFormat: 'PDF', printFormat: '910-300-700' };
    const returnNumber = `9${parcel.number}`;
    return {
      shipmentNo: parcel.number,
      shipmentRefNo: parcel.reference,
      label: label(parcel.number),
      ...(hasReturn ? { returnShipmentNo: returnNumber, returnLabel: label(returnNumber) } : {}),
      ...(hasCustoms ? { customsDoc: { b64: pdf('CN23'), fileFormat: 'PDF', printFormat: 'A4' } } : {}),
    };
  }

  function order({ json, query }: StandInRequest): StandInAnswer {
    const items = listAt(json, 'shipments').map((shipment) => {
      const weight = Number(textAt(shipment, 'details', 'weight', 'value'));
      if (textAt(shipment, 'consignee', 'postalCode') === '99999') {
        return item(400, 'hard validation error', [
          ['consignee.postalCode', 'The postal code does not exist.', 'Error'],
          ['shipper.email', 'The e-mail address is not used.', 'Warning'],
        ]);
      }
      if (weight === 31_337) {
        return item(400, 'hard validation error', [['details.weight', 'The weight is too high.', 'Error']]);
      }
      if (textAt(shipment, 'consignee', 'name2') === 'Nobody Clear')
        return { sstatus: { title: 'Error', status: 500 } };
      const parcel = {
        reference: textAt(shipment, 'refNo') ?? '',
        number: `0034043416109${String(++serial).padStart(7, '0')}`,
        voided: false,
      };
      parcels.push(parcel);
      const hasReturn = at(shipment, 'services', 'dhlRetoure') !== undefined;
      const warned = item(200, 'ok', [['consignee.addressStreet', 'The street was corrected.', 'Warning']]);
      return { ...warned, ...papers(parcel, query, hasReturn, at(shipment, 'customs') !== undefined) };
    });
    return answerOf(items);
  }

  function find({ query }: StandInRequest): StandInAnswer {
    const items = query.getAll('shipment').map((number) => {
      const parcel = parcels.find((each) => each.number === number && !each.voided);
      return parcel === undefined
        ? { ...item(404, 'Unknown shipment number.'), shipmentNo: number }
        : { ...item(200, 'ok'), ...papers(parcel, query, false, false) };
    });
    return answerOf(items);
  }

  function cancel({ query }: StandInRequest): StandInAnswer {
    const items = query.getAll('shipment').map((number) => {
      const parcel = parcels.find((each) => each.number === number && !each.voided);
      if (parcel === undefined) return { ...item(400, 'Unknown shipment number.'), shipmentNo: number };
      parcel.voided = true;
      return { ...item(200, 'ok'), shipmentNo: number };
    });
    return answerOf(items);
  }

  const path = /^\/orders$/;
  const standIn = await startStandIn([
    {
      name: 'token',
      method: 'POST',
      path: /^\/parcel\/de\/account\/auth\/ropc\/v1\/token$/,
      answer: ({ text }) => {
        const form = Object.fromEntries(new URLSearchParams(text));
        return form['grant_type'] === 'password' && form['client_secret'] === 'app-secret'
          ? { json: { access_token: 'token-of-app', token_type: 'Bearer', expires_in: 1799 } }
          : { status: 401, json: { error: 'invalid_client', error_description: 'The client is unknown.' } };
      },
    },
    { name: 'book', method: 'POST', path, answer: (request) => authorised(request, () => order(request)) },
    { name: 'find', method: 'GET', path, answer: (request) => authorised(request, () => find(request)) },
    { name: 'cancel', method: 'DELETE', path, answer: (request) => authorised(request, () => cancel(request)) },
  ]);
  return { ...standIn, parcels, bookings: () => parcels };
}
