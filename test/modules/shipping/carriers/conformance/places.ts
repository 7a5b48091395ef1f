import type { ShipmentInput } from '../../../../../src/modules/shipping/v2/shipment-schemas.ts';

export type PlaceAddress = ShipmentInput['addresses']['sender'];

/** One valid address of each country that the generated shipments go between. */
export const PLACES = {
  NL: { street: 'Hoofdweg 123', city: 'Amsterdam', postCode: '1012AB', countryCode: 'NL', phone: '+31201234567' },
  DE: { street: 'Berliner Str. 45', city: 'Berlin', postCode: '10115', countryCode: 'DE', phone: '+4930123456' },
  BE: { street: 'Rue de la Loi 16', city: 'Bruxelles', postCode: '1000', countryCode: 'BE', phone: '+3225010211' },
  FR: { street: '12 rue de la Paix', city: 'Paris', postCode: '75002', countryCode: 'FR', phone: '+33142615050' },
  IT: {
    street: 'Via Roma 12',
    city: 'Milano',
    postCode: '20121',
    countryCode: 'IT',
    phone: '+390272001',
    stateCode: 'MI',
  },
  ES: { street: 'Calle de Alcalá 44', city: 'Madrid', postCode: '28014', countryCode: 'ES', phone: '+34915212900' },
  PL: { street: 'ul. Łódzka 7', city: 'Łódź', postCode: '90-001', countryCode: 'PL', phone: '+48426321000' },
  GR: { street: 'Οδός Ερμού 12', city: 'Αθήνα', postCode: '105 63', countryCode: 'GR', phone: '+302103244000' },
  IE: { street: '12 Grafton Street', city: 'Dublin', postCode: 'D02 X285', countryCode: 'IE', phone: '+35316771234' },
  GB: { street: '221B Baker Street', city: 'London', postCode: 'NW1 6XE', countryCode: 'GB', phone: '+442072243688' },
  CH: { street: 'Bahnhofstrasse 1', city: 'Zürich', postCode: '8001', countryCode: 'CH', phone: '+41442112345' },
  NO: { street: 'Karl Johans gate 22', city: 'Oslo', postCode: '0026', countryCode: 'NO', phone: '+4722123456' },
  US: {
    street: '350 5th Ave',
    city: 'New York',
    postCode: '10118',
    stateCode: 'NY',
    countryCode: 'US',
    phone: '+12127363100',
  },
  CA: {
    street: '111 Wellington St',
    city: 'Ottawa',
    postCode: 'K1A 0A9',
    stateCode: 'ON',
    countryCode: 'CA',
    phone: '+16139924793',
  },
  AU: {
    street: '1 Macquarie St',
    city: 'Sydney',
    postCode: '2000',
    stateCode: 'NSW',
    countryCode: 'AU',
    phone: '+61292507111',
  },
  JP: { street: '千代田1-1', city: '東京', postCode: '100-8111', countryCode: 'JP', phone: '+81332131111' },
  AE: { street: 'Sheikh Zayed Road 1', city: 'دبي', countryCode: 'AE', phone: '+97143310000' },
} as const satisfies Record<string, PlaceAddress>;

export type Place = keyof typeof PLACES;

/** Names of people in scripts that carriers' fields may not hold. */
export const NAMES = [
  { companyName: 'Acme Corp', contactName: 'John Doe' },
  { contactName: 'Ñuño Müller-Lüdenscheidt' },
  { companyName: 'ООО «Ромашка»', contactName: 'Иван Щёкин' },
  { companyName: '株式会社サンプル', contactName: '山田太郎' },
  { companyName: 'شركة المثال', contactName: 'محمد عبد الله' },
  { companyName: 'Εταιρεία Παράδειγμα', contactName: 'Γιώργος Παπαδόπουλος' },
  { companyName: 'Żółć & Gęślą Jaźń sp. z o.o.', contactName: 'Grzegorz Brzęczyszczykiewicz' },
  { companyName: 'Emoji 🎉 GmbH', contactName: 'Zoë 😀 Ćwik' },
] as const;

/** What a field of ours may hold at most; some become longer in Latin letters. */
export const LONG = {
  companyName: 'Außergewöhnlich lange Firmennamen &',
  contactName: '漢'.repeat(35),
  street: 'Straßenbahnergäßchenmühlenstraße 12',
  addressLine2: 'ß'.repeat(35),
  city: 'Llanfairpwllgwyngyllgogerychwyrndro',
  email: `${'a'.repeat(64)}@${'b'.repeat(60)}.${'c'.repeat(60)}.example.com`,
} as const;
