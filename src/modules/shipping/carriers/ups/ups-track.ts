import { listAt, textAt } from '../answer-reader.ts';
import type { BookingToTrack, CarrierScan } from '../carrier.ts';
import { CarrierOutcomeUnknown } from '../carrier-outcome.ts';
import { inOrder, toCarrierScan } from '../carrier-scan.ts';
import { standardiseUps } from '../tracking-codes/standardise-ups.ts';
import type { UpsContext } from './ups-account.ts';
import { askUps } from './ups-client.ts';

/** Packages of a shipment in one answer. */
const PAGE = 50;

/** UPS Tracking API: one package by its number, the packages of a shipment in pages. Nothing known yet is no scans. */
export async function trackUpsBooking(booking: BookingToTrack, context: UpsContext): Promise<CarrierScan[]> {
  const { unitReferences, carrierBookingReference } = booking;
  const number = encodeURIComponent(carrierBookingReference);
  if (unitReferences.length <= 1) return ask(context, `/track/v1/details/${number}?locale=en_US`, unitReferences);
  const pages = Math.ceil(unitReferences.length / PAGE);
  const scans: CarrierScan[] = [];
  for (let page = 0; page < pages; page++) {
    const path = `/track/v1/shipment/details/${number}?locale=en_US&offset=${page * PAGE}&count=${PAGE}`;
    scans.push(...(await ask(context, path, unitReferences)));
  }
  return scans;
}

async function ask(context: UpsContext, path: string, unitReferences: readonly string[]): Promise<CarrierScan[]> {
  const answer = await askUps(context, { operation: 'track', method: 'GET', path });
  if (answer.ok) return readScans(answer.body, unitReferences);
  // UPS tells of a label only once it has been seen.
  if (answer.status === 404 || /not found|no tracking|invalid inquiry/i.test(answer.complaints[0].message)) return [];
  throw new CarrierOutcomeUnknown(`UPS refused to track: ${answer.complaints[0].code}`);
}

/** Every activity that has a time; an odd one never drops the others. */
function readScans(body: unknown, unitReferences: readonly string[]): CarrierScan[] {
  const packages = listAt(body, 'trackResponse', 'shipment').flatMap((shipment) => listAt(shipment, 'package'));
  const scans = packages.flatMap((each) => {
    const index = unitReferences.indexOf(textAt(each, 'trackingNumber') ?? '');
    const unit = index === -1 ? {} : { unitIndex: index };
    return listAt(each, 'activity').flatMap((activity) => readActivity(activity).map((scan) => ({ ...scan, ...unit })));
  });
  return inOrder(scans);
}

function readActivity(activity: unknown): CarrierScan[] {
  const occurredOn = momentOf(activity);
  if (occurredOn === undefined) return [];
  const type = textAt(activity, 'status', 'type');
  const code = textAt(activity, 'status', 'code');
  const statusCode = textAt(activity, 'status', 'statusCode');
  return [
    toCarrierScan({
      standardised: standardiseUps({ type, code, statusCode }),
      carrierCode: code ?? statusCode ?? type,
      description: textAt(activity, 'status', 'description'),
      city: textAt(activity, 'location', 'address', 'city'),
      postCode: textAt(activity, 'location', 'address', 'postalCode'),
      country:
        textAt(activity, 'location', 'address', 'countryCode') ?? textAt(activity, 'location', 'address', 'country'),
      occurredOn,
    }),
  ];
}

/** In UTC where UPS says so, otherwise local time with its offset, or as if it were UTC. */
function momentOf(activity: unknown): Date | undefined {
  const gmt = moment(textAt(activity, 'gmtDate'), textAt(activity, 'gmtTime'), 'Z');
  if (gmt !== undefined) return gmt;
  const offset = /^[+-]\d\d:\d\d$/.exec(textAt(activity, 'gmtOffset') ?? '')?.[0] ?? 'Z';
  return moment(textAt(activity, 'date'), textAt(activity, 'time'), offset);
}

/** `20210210` and `71356`, `071356` or `07:13:56`. */
function moment(date: string | undefined, time: string | undefined, offset: string): Date | undefined {
  const day = /^(\d{4})(\d\d)(\d\d)$/.exec(date ?? '');
  const digits = (time ?? '000000').replaceAll(':', '').padStart(6, '0');
  const clock = /^(\d\d)(\d\d)(\d\d)$/.exec(digits);
  if (day === null || clock === null) return undefined;
  const parsed = new Date(`${day.slice(1).join('-')}T${clock.slice(1).join(':')}${offset}`);
  return Number.isNaN(parsed.getTime()) ? undefined : parsed;
}
