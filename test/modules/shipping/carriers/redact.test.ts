import { afterAll, describe, expect, test } from 'vitest';
import type { Carrier, CarrierAccount, CarrierContext } from '../../../../src/modules/shipping/carriers/carrier.ts';
import { createRedaction } from '../../../../src/modules/shipping/carriers/http/redact.ts';
import type { CarrierName } from '../../../../src/modules/shipping/carriers/registry.ts';
import { contextOf, toTrack } from './carrier-context.ts';
import { dhlParcelDeConformance } from './conformance/dhl-parcel-de-conformance.ts';
import { type GeneratedShipment, generateShipments } from './conformance/generate-shipments.ts';
import { myDhlConformance } from './conformance/mydhl-conformance.ts';
import type { Conformance } from './conformance/run-conformance.ts';
import { upsConformance } from './conformance/ups-conformance.ts';
import { startDhlParcelDeStandIn } from './dhl-parcel-de/dhl-parcel-de-stand-in.ts';
import { startMyDhlStandIn } from './mydhl/mydhl-stand-in.ts';
import { startUpsStandIn } from './ups/ups-stand-in.ts';

const ups = await startUpsStandIn();
const myDhl = await startMyDhlStandIn();
const dhlParcelDe = await startDhlParcelDeStandIn();
afterAll(async () => {
  for (const standIn of [ups, myDhl, dhlParcelDe]) await standIn[Symbol.asyncDispose]();
});
interface Told {
  conformance: Conformance;
  account: CarrierAccount;
  standIn: { baseUrl: string };
}
const CARRIERS = {
  ups: {
    conformance: upsConformance,
    account: { credentials: { clientId: 'client', clientSecret: 'secret' }, settings: { accountNumber: 'A1B2C3' } },
    standIn: ups,
  },
  mydhl: {
    conformance: myDhlConformance,
    account: { credentials: { username: 'user', password: 'secret' }, settings: { accountNumber: '123456789' } },
    standIn: myDhl,
  },
  'dhl-parcel-de': {
    conformance: dhlParcelDeConformance,
    account: {
      credentials: {
        apiKey: 'app-key',
        apiSecret: 'app-secret',
        username: 'portal-user',
        password: 'portal-secret',
      },
      settings: dhlParcelDeConformance.account.settings,
    },
    standIn: dhlParcelDe,
  },
} satisfies Record<Exclude<CarrierName, 'sandbox'>, Told>;
/** Enough for every kind of lane, goods, address and service. */
const EVERY = 4;
const NAME = 'Jürgen Weiß-"Doe"';
const IN_OTHER_LETTERS = [NAME, NAME.toUpperCase(), NAME.toLowerCase(), 'Jurgen Weiss-"Doe"', 'JURGEN WEISS-"DOE"'];
/** Of nobody whom we know: only the member that it stands in tells that it is a name. */
const STRANGER = 'Q. Stranger';

/** Every body that goes to the carrier and comes from it, as it is. */
async function bodiesOf(
  { carrier, range, productCode }: Conformance,
  account: CarrierAccount,
  baseUrl: string,
): Promise<unknown[]> {
  const bodies: unknown[] = [];
  const shipments = generateShipments(range).filter((_, index) => index % EVERY === 0);
  for (const shipment of [...shipments, ...shipments.slice(0, 1).map(toLocker)]) {
    const { request } = shipment;
    const context = contextOf(carrier as Carrier, { ...account, baseUrl, productCode: productCode(shipment) });
    const watched: CarrierContext = {
      ...context,
      http: {
        send: async (exchange) => {
          const answer = await context.http.send(exchange);
          bodies.push(exchange.json ?? exchange.form, answer.body);
          return answer;
        },
      },
    };
    const booked = await carrier.book(request, watched);
    if (booked.outcome !== 'booked') continue;
    const booking = toTrack(request, booked);
    const { carrierBookingReference, unitReferences } = booking;
    await carrier.find({ ...request, carrierBookingReference, unitReferences }, watched);
    await carrier.track?.([booking], watched);
    const { sender, receiver } = request.content.addresses;
    const question = { ...request, sender, receiver, shipsOn: '2026-12-01', productCodes: [context.productCode] };
    await carrier.quote?.(question, watched);
    await carrier.verify(watched);
    await carrier.cancel(booking, watched);
    // What it says no to.
    await carrier.cancel({ ...booking, carrierBookingReference: 'UNKNOWN', unitReferences: ['UNKNOWN'] }, watched);
  }
  return bodies.filter((body) => typeof body === 'object');
}

/** The same to a locker, where a number of the receiver's own stands beside the name. */
function toLocker(shipment: GeneratedShipment): GeneratedShipment {
  const { content } = shipment.request;
  const { addresses } = content;
  const { houseNumber: _houseNumber, ...address } = addresses.receiver;
  const receiver = { ...address, street: 'Packstation 118', addressLine2: 'Postnummer 12345678' };
  return {
    ...shipment,
    request: { ...shipment.request, content: { ...content, addresses: { ...addresses, receiver } } },
  };
}

/** With the text in the place of every text. */
function plant(value: unknown, text: string): unknown {
  if (typeof value === 'string') return text;
  if (Array.isArray(value)) return value.map((item) => plant(item, text));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, plant(item, text)]));
}

/** The members in which the text still stands. */
function membersWith(value: unknown, text: string, member = ''): string[] {
  if (typeof value === 'string') return value.includes(text) ? [member] : [];
  if (Array.isArray(value)) return value.flatMap((item) => membersWith(item, text, member));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, item]) => membersWith(item, text, name));
}

/** Of members that tell also in words what a code says, so that nothing is lost with them. */
const IN_WORDS: ReadonlySet<string> = new Set(['Description', 'title']);

/** What might be a short name, with its member. */
function shortWordsOf(value: unknown, member = ''): [string, string][] {
  if (typeof value === 'string') return /^\p{L}{2,4}$/u.test(value) ? [[member, value]] : [];
  if (Array.isArray(value)) return value.flatMap((item) => shortWordsOf(item, member));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, item]) => shortWordsOf(item, name));
}

function keptOf(known: string, message: string): string {
  return createRedaction([known], []).body({ message }, 1_000);
}

test.each([
  ['Li', 'Li'],
  ['Li', 'LI'],
  ['Ng', 'Ng'],
  ['Wu', 'WU'],
  ['Bo', 'Bo'],
  ['Max', 'Max'],
  ['Jürg', 'JÜRG'],
  ['Jürg', 'Jurg'],
  ['Đỗ', 'DO'],
  ['O’Ba', 'O’Ba'],
  ['山田', '山田'],
])('the short name %s is masked in a message, written %s', (known, spelled) => {
  for (const message of [spelled, `Dear ${spelled}, hello`, `receiver:${spelled}.`, `the receiver "${spelled}"`]) {
    expect(keptOf(known, message)).not.toContain(spelled);
  }
  expect(createRedaction([known], []).body(`<p>${spelled}</p>`, 1_000)).not.toContain(spelled);
});

test('a name in letters that stand without blanks is masked within them', () => {
  expect(keptOf('山田', '山田様はご不在')).not.toContain('山田');
});

test.each([
  ['Li', 'The LIMIT in Liège is Liberia’s, for a line of article Li2 and field_Li'],
  ['Bo', 'Boxes to Bonn: Bô, Bo\u0301 and Bob'],
  ['An', 'Give an address and any name'],
  ['3B', 'Tariff 3B of page 3B'],
])('within other words, and in other letters, %s is no name: %s', (known, message) => {
  expect(keptOf(known, message)).toBe(JSON.stringify({ message }));
});

test('in a URL a short name is none', () => {
  const url = 'https://carrier.example/parcel/DE/rates?countryCode=DE';
  expect(createRedaction(['DE'], []).url(url)).toBe(url);
});

test.each([
  ['Postnummer 12345678', '12345678'],
  ['DHL-Kundennummer: 12345678', '12345678'],
  ['12345678', '12345678'],
  ['+4930123456', '4930123456'],
])('of %s the number is masked where it is repeated alone', (known, number) => {
  for (const message of [`The post number ${number} is unknown.`, `PN${number}`, number]) {
    expect(keptOf(known, message)).not.toContain(number);
  }
  // A part of another number, and a postal code that also stands in a line of the address, stay.
  const numbers = { shipmentNo: `00${number}4434`, postalCode: '411001' };
  expect(createRedaction([known, 'Pune 411001'], []).body(numbers, 1_000)).toBe(JSON.stringify(numbers));
});

test('a name of which a carrier’s letters hold a part only is masked as it was sent', () => {
  expect(keptOf('Żółć Gęślą', 'Dear Zólc Gesla')).not.toMatch(/lc|esla/);
});

describe.each(Object.keys(CARRIERS) as (keyof typeof CARRIERS)[])('of what is said to and by %s', (name) => {
  const { conformance, account, standIn }: Told = CARRIERS[name];
  const said = bodiesOf(conformance, account, standIn.baseUrl);

  test('a name that we know is kept nowhere, in whatever letters the carrier repeats it', async () => {
    const redaction = createRedaction([NAME], []);
    for (const spelled of IN_OTHER_LETTERS) {
      for (const body of await said) {
        const kept = redaction.body(plant(body, `Dear ${spelled}, hello`), Number.POSITIVE_INFINITY);
        expect(kept.normalize('NFD')).not.toMatch(/weis|wei\u00df|urgen/i);
      }
    }
  });

  test('a code, a country or a service is kept where one is called the same', async () => {
    const codes = (await said).flatMap((body) => shortWordsOf(JSON.parse(createRedaction([], []).body(body, 1e6))));
    const kept = [...new Set(codes)].filter(([member]) => !IN_WORDS.has(member));
    expect(kept.length).toBeGreaterThan(20);
    for (const [member, word] of kept) {
      expect(createRedaction([word], []).body({ [member]: word }, 100)).toBe(JSON.stringify({ [member]: word }));
    }
  });

  test('a name of anyone is kept in no member but those that no person is known by', async () => {
    const redaction = createRedaction([], []);
    const inClear = (await said).flatMap((body) =>
      membersWith(JSON.parse(redaction.body(plant(body, STRANGER), Number.POSITIVE_INFINITY)), STRANGER),
    );
    expect([...new Set(inClear)].filter((member) => !IN_CLEAR[name].has(member))).toEqual([]);
  });
});

/**
 * What is kept as it is. A member that appears here and tells of a person, or of where one lives or is reached, belongs in
 * `redacted-members.ts` instead.
 */
const IN_CLEAR = {
  ups: names(`
    AccountNumber AgentRole BusinessDaysInTransit City Code CommodityCode CommodityFieldSpecialConditionCode ConsigneeType CountryCode
    CurrencyCode CustomerContext Date Description EUDeMinimisIndicator FormType GraphicImage HTMLImage HTTPUserAgent Height IDNumberCustomerRole
    IDNumberEncryptionIndicator IDNumberIssuingCntryCd IDNumberPurposeCode IDNumberRequestingCntryCd IDNumberTypeCode
    IncludeIDNumberOnShippingBrokerageDocs InvoiceDate InvoiceNumber Length
    MonetaryValue NegotiatedRatesIndicator NumOfPieces Number OriginCountryCode PackageBillType PartNumber
    PostalCode ProductID ProductIDTypeCode ReasonForExport RequestOption ShipmentIdentificationNumber ShipperNumber ShipperType StateProvinceCode
    SubVersion TaxInformationIndicator TermsOfShipment TrackingNumber TransactionReference Type Value Weight Width city code countryCode
    date description expires_in gmtDate gmtOffset gmtTime grant_type inquiryNumber message slic status
    statusCode time trackingNumber type`),
  mydhl: names(`
    GMTOffset cityName code content countryCode currency currencyType date declaredValueCurrency
    deliveryTypeCode description encodingFormat exportReasonType imageFormat incoterm invoiceType
    issuerCountryCode languageCode manufacturerCountry number plannedShippingDateAndTime postalCode
    priceCurrency productCode productName provinceCode serviceCode shipmentTrackingNumber shipmentType status
    templateName time totalTransitDays trackingNumber trackingUrl typeCode unitOfMeasurement value`),
  'dhl-parcel-de': names(`
    b64 billingNumber city costCenter country countryOfOrigin currency detail exportDescription exportType
    fileFormat grant_type hsCode invoiceNo itemDescription postalCode printFormat product profile property refNo
    shipmentNo shipmentRefNo shipperCustomsRef state title uom validationMessage validationState`),
};

function names(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}
