import { type ProblemField, problemField } from '../../../../platform/problem.ts';
import type { Address } from '../../address.ts';
import { streetLine } from '../../street.ts';
import type { BookingRequest, QuoteRequest, Refused } from '../carrier.ts';
import { carrierText, cutText } from '../carrier-text.ts';
import { refusedUnsent } from '../refusal.ts';
import { MAX_INVOICE_TOTAL, upsQuoteTotal, upsShipTotal } from './ups-customs.ts';
import { CITY, NAME, POST_CODE, STATE_WITH_COUNTRY, upsPhone, upsPostCode, upsState } from './ups-parties.ts';

/** Shipping v2409: "For Return Shipments up to 20 packages are allowed. US/PR origin return movements are limited to only one package." */
const MAX_RETURN_PACKAGES = 20;
const SINGLE_RETURNS_FROM: ReadonlySet<string> = new Set(['US', 'PR']);
/** UPS Next Day Air Early, for which UPS calls the receiver. */
const NEXT_DAY_AIR_EARLY = '14';

type Party = 'sender' | 'receiver';
const PARTIES: readonly Party[] = ['sender', 'receiver'];

/** What UPS's document does not allow and no cut would mend: refused before anything is sent. Undefined where there is nothing of it. */
export function refuseUpsBooking(request: BookingRequest, productCode: string): Refused | undefined {
  const { addresses } = request.content;
  return notSent([
    ...PARTIES.flatMap((party) => [...checkAddress(addresses[party], party), ...checkState(addresses[party], party)]),
    ...checkPhones(request, productCode),
    ...checkReturn(request),
    ...checkTotal(upsShipTotal(request)),
  ]);
}

/** The same of a question for prices, which tells less. */
export function refuseUpsQuote(request: QuoteRequest): Refused | undefined {
  return notSent([
    ...PARTIES.flatMap((party) => checkAddress(request[party], party)),
    ...checkTotal(upsQuoteTotal(request)),
  ]);
}

function notSent(errors: readonly ProblemField[]): Refused | undefined {
  if (errors.length === 0) return undefined;
  const messages = new Set(errors.map(({ message }) => message));
  return refusedUnsent('NOT_SENT', cutText([...messages].join(' '), 1_000), errors);
}

function checkAddress(address: Address, party: Party): ProblemField[] {
  const { city, postCode = '', countryCode } = address;
  const unwritten = (['street', 'city'] as const).filter(
    (field) => carrierText(field === 'city' ? city : streetLine(address), field === 'city' ? CITY : NAME) === '',
  );
  return [
    ...unwritten.map((field) =>
      problemField(
        ['addresses', party, field],
        `UPS prints Latin letters, and nothing of the ${field} '${address[field]}' can be written in them.`,
      ),
    ),
    ...(upsPostCode(postCode, countryCode).length > POST_CODE.maxLength
      ? [
          problemField(
            ['addresses', party, 'postCode'],
            `UPS takes postal codes of at most ${POST_CODE.maxLength} letters and digits, and not '${postCode}'; leave it out where the country does without.`,
          ),
        ]
      : []),
  ];
}

/** Shipping v2409: the state is "required for US, Canada, and Vietnam", of which the first two are checked of every shipment. */
function checkState(address: Address, party: Party): ProblemField[] {
  if (address.countryCode !== STATE_WITH_COUNTRY || upsState(address) !== undefined) return [];
  const message =
    'UPS needs the province of an address in Vietnam: its ISO 3166-2 code without the country, for example 44.';
  return [problemField(['addresses', party, 'stateCode'], message)];
}

/**
 * Shipping v2409: the receiver's is "required for: UPS Next Day Air Early service, and when Ship To country or territory is different than the
 * ShipFrom country", the Shipper's "if destination is international", and that of where it goes from where forms are requested.
 */
function checkPhones({ content, isDutiable }: BookingRequest, productCode: string): ProblemField[] {
  const { sender, receiver } = content.addresses;
  const isInternational = sender.countryCode !== receiver.countryCode;
  const isNeeded = {
    // The shipper of a return is the receiver.
    sender: (isInternational && content.returnService !== 'return-shipment') || isDutiable,
    receiver: isInternational || productCode === NEXT_DAY_AIR_EARLY,
  };
  return PARTIES.filter((party) => isNeeded[party] && upsPhone(content.addresses[party]) === undefined).map((party) =>
    problemField(['addresses', party, 'phone'], 'UPS needs a telephone number here, for example +4930123456.'),
  );
}

function checkReturn({ content, handlingUnits }: BookingRequest): ProblemField[] {
  if (content.returnService !== 'return-shipment') return [];
  const isSingle = SINGLE_RETURNS_FROM.has(content.addresses.sender.countryCode);
  const max = isSingle ? 1 : MAX_RETURN_PACKAGES;
  if (handlingUnits.length <= max) return [];
  const from = isSingle ? ' from the United States or Puerto Rico' : '';
  const message = `UPS takes at most ${max} handling unit${isSingle ? '' : 's'} in a return${from}: split the shipment.`;
  return [problemField(['handlingUnits'], message)];
}

function checkTotal(total: ReturnType<typeof upsShipTotal>): ProblemField[] {
  if (total === undefined || Number(total.MonetaryValue) <= MAX_INVOICE_TOTAL) return [];
  const message = `UPS takes goods worth at most ${MAX_INVOICE_TOTAL} in all, and these are worth ${total.MonetaryValue} ${total.CurrencyCode}: split the shipment, or tell their value in another currency.`;
  return [problemField(['handlingUnits'], message)];
}
