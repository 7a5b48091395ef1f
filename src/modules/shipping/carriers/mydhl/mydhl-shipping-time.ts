import type { Address } from '../../address.ts';
import { offsetMinutes } from '../origin-offset.ts';

/** The call, its turn and a clock that is slow are within it. */
const MARGIN_MS = 15 * 60_000;

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

/** `2026-12-01T10:15:00 GMT+01:00`. */
function localTime(moment: Date, origin: Address): string {
  const minutes = offsetMinutes(origin, moment);
  const size = Math.abs(minutes);
  const hoursAndMinutes = [Math.floor(size / 60), size % 60].map((part) => String(part).padStart(2, '0')).join(':');
  const local = new Date(moment.getTime() + minutes * 60_000).toISOString().slice(0, 19);
  return `${local} GMT${minutes < 0 ? '-' : '+'}${hoursAndMinutes}`;
}
