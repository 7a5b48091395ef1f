import { Type } from '@sinclair/typebox';
import type { Address } from '../../address.ts';
import { offsetMinutes } from '../origin-offset.ts';

/** The call, its turn and a clock that is slow are within it. */
const MARGIN_MS = 15 * 60_000;

/** Within so many days after the planned one DHL may pick it up; it takes no later plans either. */
const PICKUP_DAYS = 10;
const DAY_MS = 24 * 3_600_000;

/** `2026-12-01T10:15:00 GMT+01:00`. */
export const MyDhlShippingTime = Type.String({
  minLength: 29,
  maxLength: 29,
  pattern: String.raw`^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d GMT[+-]\d\d:\d\d$`,
});

/**
 * `plannedShippingDateAndTime` of a booking that is sent now, or sent again. MyDHL API 3.1.1: it "should not be in the past or more than 10
 * days in the future", is "the local time of the shipment origin coupled with corresponding time zone", and the current time "may be
 * evaluated as being in the past the time it is received".
 */
export function myDhlShippingTime(now: Date, origin: Address): string {
  return localTime(new Date(now.getTime() + MARGIN_MS), origin);
}

/** The same for a price of that day (YYYY-MM-DD): its noon, or as soon as a booking where that is past. */
export function myDhlPricedTime(day: string, now: Date, origin: Address): string {
  const noon = new Date(`${day}T12:00:00Z`);
  const localNoonMs = noon.getTime() - offsetMinutes(origin, noon) * 60_000;
  return localTime(new Date(Math.max(localNoonMs, now.getTime() + MARGIN_MS)), origin);
}

/**
 * `pickupYearAndMonth` of what was ordered then: "the pickup's date in YYYY-MM format" (3.1.1), whose days are those of the sender's calendar.
 * It is the month of the planned time of shipping. Near a month's end the parcel may have been handed over in the next one, and no document
 * says which of the two DHL then goes by: that one is second, once it has begun.
 */
export function myDhlPickupMonths(orderedOn: Date, now: Date, origin: Address): string[] {
  const lastMs = Math.min(now.getTime(), orderedOn.getTime() + PICKUP_DAYS * DAY_MS);
  const moments = [orderedOn, new Date(Math.max(orderedOn.getTime(), lastMs))];
  return [...new Set(moments.map((moment) => myDhlShippingTime(moment, origin).slice(0, 7)))];
}

function localTime(moment: Date, origin: Address): string {
  const minutes = offsetMinutes(origin, moment);
  const size = Math.abs(minutes);
  const hoursAndMinutes = [Math.floor(size / 60), size % 60].map((part) => String(part).padStart(2, '0')).join(':');
  const local = new Date(moment.getTime() + minutes * 60_000).toISOString().slice(0, 19);
  return `${local} GMT${minutes < 0 ? '-' : '+'}${hoursAndMinutes}`;
}
