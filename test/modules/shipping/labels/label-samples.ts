import fc from 'fast-check';
import type { LabelAddress, LabelFields } from '../../../../src/modules/shipping/labels/render-labels.ts';
import { createSscc } from '../../../../src/modules/shipping/labels/sscc.ts';

export const GERMAN: LabelFields = {
  carrierName: 'Sandbox Parcel',
  serviceName: 'EXPRESS 12:00',
  sscc: ssccNumber(1),
  routingCode: '2LDE10115+01000001',
  trackingReference: 'JJD000390007816123456',
  bookingReference: 'BK-2025-0001234',
  shipmentReference: 'ORDER-4711',
  handlingUnitReference: 'HU-1',
  sender: {
    companyName: 'Warenhaus GmbH',
    street: 'Königsallee',
    houseNumber: '27',
    city: 'Düsseldorf',
    postCode: '40212',
    countryCode: 'DE',
  },
  receiver: {
    companyName: 'Größte Straßenbäckerei Überall AG',
    contactName: 'Ännchen Öztürk',
    street: 'Unter den Linden',
    houseNumber: '77a',
    addressLine2: 'Hinterhaus, 3. OG links',
    city: 'Berlin',
    postCode: '10115',
    countryCode: 'DE',
    phone: '+49 30 9876543',
  },
  weightGrams: 12_500,
  dimensionsMillimetres: { length: 600, width: 400, height: 300 },
  unitNumber: 1,
  unitCount: 3,
  shippedOn: '2025-03-14',
  instructions: 'Bitte beim Nachbarn abgeben, falls niemand öffnet.',
};

export const GREEK: LabelFields = {
  ...GERMAN,
  sscc: ssccNumber(2),
  routingCode: '2LGR10431+75000000',
  unitNumber: 999,
  unitCount: 999,
  receiver: {
    companyName: 'Ελληνική Εταιρεία Μεταφορών Α.Ε.',
    contactName: 'Γιώργος Παπαδόπουλος',
    street: 'Λεωφόρος Βασιλίσσης Σοφίας',
    houseNumber: '12',
    city: 'Αθήνα',
    postCode: '104 31',
    countryCode: 'GR',
  },
};

export const CYRILLIC_AND_POLISH: LabelFields = {
  ...GERMAN,
  sscc: ssccNumber(3),
  routingCode: '~^_{}|\\"<>&\'!1#1_1__2%FNC1 ABCabc0123456789012',
  sender: {
    companyName: 'Przedsiębiorstwo Źdźbło',
    contactName: 'Święta Gżegżółka',
    street: 'ul. Żółwia',
    houseNumber: '5/7',
    city: 'Łódź',
    postCode: '90-001',
    countryCode: 'PL',
  },
  receiver: {
    companyName: 'ТОВ «Хлібопекарня Їжак»',
    contactName: 'Щербаков Олександр Їжакевич',
    street: 'вулиця Васильківська',
    houseNumber: '100',
    city: 'Київ',
    postCode: '03150',
    countryCode: 'UA',
  },
};

export const SAMPLES = [GERMAN, GREEK, CYRILLIC_AND_POLISH];

/** So many labels, each with an SSCC and a routing code of its own. */
export function severalLabels(count: number): LabelFields[] {
  return Array.from({ length: count }, (_, index) => ({
    ...GERMAN,
    sscc: ssccNumber(1000 + index),
    routingCode: `2LDE10115+${index}`,
    unitNumber: index + 1,
    unitCount: count,
  }));
}

/** Anything a caller may send as text: every plane of Unicode, lone surrogates, control characters, printer commands. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: fc.integer({ max: 0xffff }).map((unit) => String.fromCharCode(unit)), maxLength: 60 }),
  fc.string({
    unit: fc.constantFrom('^', '~', '_', '^XZ', '^XA', '^FS', '_5E', '\\&', '>', '\n', '\0', 'W', ' ', '📦'),
  }),
  fc.string({ unit: 'grapheme', minLength: 300, maxLength: 1000 }),
);

const anyAddress: fc.Arbitrary<LabelAddress> = fc.record(
  {
    companyName: anyText,
    contactName: anyText,
    street: anyText,
    houseNumber: anyText,
    addressLine2: anyText,
    city: anyText,
    postCode: anyText,
    stateCode: anyText,
    countryCode: fc.oneof(anyText, fc.stringMatching(/^[A-Z]{2}$/)),
    phone: anyText,
  },
  { requiredKeys: ['street', 'city', 'countryCode'] },
);

/** Labels whose every text is arbitrary; only what becomes a barcode is valid. */
export const anyLabel: fc.Arbitrary<LabelFields> = fc.record(
  {
    carrierName: anyText,
    serviceName: anyText,
    sscc: fc.nat().map(ssccNumber),
    routingCode: fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 48 }),
    trackingReference: anyText,
    bookingReference: anyText,
    shipmentReference: anyText,
    handlingUnitReference: anyText,
    sender: anyAddress,
    receiver: anyAddress,
    weightGrams: fc.nat(),
    dimensionsMillimetres: fc.record({ length: fc.nat(), width: fc.nat(), height: fc.nat() }),
    unitNumber: fc.nat(),
    unitCount: fc.nat(),
    shippedOn: anyText,
    instructions: anyText,
  },
  {
    requiredKeys: [
      'carrierName',
      'serviceName',
      'sscc',
      'routingCode',
      'trackingReference',
      'bookingReference',
      'shipmentReference',
      'sender',
      'receiver',
      'weightGrams',
      'unitNumber',
      'unitCount',
      'shippedOn',
    ],
  },
);

function ssccNumber(serial: number): string {
  return createSscc({ extensionDigit: '3', companyPrefix: '401234', serialReference: String(serial % 1e10) });
}
