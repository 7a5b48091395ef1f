import { Type } from '@sinclair/typebox';
import type { BookingToTrack, CarrierScan } from '../carrier.ts';
import { CarrierOutcomeUnknown } from '../carrier-outcome.ts';
import { inOrder, momentOf, toCarrierScan } from '../carrier-scan.ts';
import { decodeAnswer, type Told } from '../decode-answer.ts';
import { standardiseUps } from '../tracking-codes/standardise-ups.ts';
import type { UpsContext } from './ups-account.ts';
import { askUps } from './ups-client.ts';

/** Packages of a shipment in one answer. */
const PAGE = 50;

const Activity = Type.Object({
  status: Type.Object({
    type: Type.String(),
    code: Type.String(),
    statusCode: Type.String(),
    description: Type.String(),
  }),
  location: Type.Object({
    address: Type.Object({
      city: Type.String(),
      postalCode: Type.String(),
      countryCode: Type.String(),
      country: Type.String(),
    }),
  }),
  gmtDate: Type.String(),
  gmtTime: Type.String(),
  gmtOffset: Type.String(),
  date: Type.String(),
  time: Type.String(),
});

/** What the UPS Tracking API tells of one package, and of the packages of a shipment. */
export const UpsTrackAnswer = Type.Object({
  trackResponse: Type.Object({
    shipment: Type.Array(
      Type.Object({
        package: Type.Array(Type.Object({ trackingNumber: Type.String(), activity: Type.Array(Activity) })),
      }),
    ),
  }),
});

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
  const packages = decodeAnswer(UpsTrackAnswer, body).trackResponse.shipment.flatMap((shipment) => shipment.package);
  const scans = packages.flatMap(({ trackingNumber, activity }) => {
    const index = unitReferences.indexOf(trackingNumber ?? '');
    const unit = index === -1 ? {} : { unitIndex: index };
    return activity.flatMap((each) => readActivity(each).map((scan) => ({ ...scan, ...unit })));
  });
  return inOrder(scans);
}

type ToldActivity = Told<typeof Activity>;

function readActivity(activity: ToldActivity): CarrierScan[] {
  const occurredOn = momentOfActivity(activity);
  if (occurredOn === undefined) return [];
  const { type, code, statusCode, description } = activity.status;
  const { city, postalCode, countryCode, country } = activity.location.address;
  return [
    toCarrierScan({
      standardised: standardiseUps({ type, code, statusCode }),
      carrierCode: code ?? statusCode ?? type,
      description,
      city,
      postCode: postalCode,
      country: countryCode ?? country,
      occurredOn,
    }),
  ];
}

/** In UTC where UPS says so, otherwise local time with its offset, or as if it were UTC. */
function momentOfActivity({ gmtDate, gmtTime, gmtOffset, date, time }: ToldActivity): Date | undefined {
  const gmt = moment(gmtDate, gmtTime, 'Z');
  if (gmt !== undefined) return gmt;
  const offset = /^[+-]\d\d:\d\d$/.exec(gmtOffset ?? '')?.[0] ?? 'Z';
  return moment(date, time, offset);
}

/** `20210210` and `71356`, `071356` or `07:13:56`. */
function moment(date: string | undefined, time: string | undefined, offset: string): Date | undefined {
  const day = /^(\d{4})(\d\d)(\d\d)$/.exec(date ?? '');
  const digits = (time ?? '000000').replaceAll(':', '').padStart(6, '0');
  const clock = /^(\d\d)(\d\d)(\d\d)$/.exec(digits);
  if (day === null || clock === null) return undefined;
  return momentOf(`${day.slice(1).join('-')}T${clock.slice(1).join(':')}${offset}`);
}
