import type { Address } from '../address.ts';

/** Of countries with several times: where most people live. Of states that have two, likewise. */
const ZONES: readonly [zone: string, countries: string, states?: string][] = [
  ['America/New_York', 'US', 'CT DC DE FL GA IN KY MA MD ME MI NC NH NJ NY OH PA RI SC VA VT WV'],
  ['America/Chicago', 'US', 'AL AR IA IL KS LA MN MO MS ND NE OK SD TN TX WI'],
  ['America/Denver', 'US', 'CO ID MT NM UT WY'],
  ['America/Phoenix', 'US', 'AZ'],
  ['America/Los_Angeles', 'US', 'CA NV OR WA'],
  ['America/Anchorage', 'US', 'AK'],
  ['Pacific/Honolulu', 'US', 'HI'],
  ['America/Puerto_Rico', 'US', 'PR VI'],
  ['America/Toronto', 'CA', 'ON QC NU'],
  ['America/Halifax', 'CA', 'NB NS PE'],
  ['America/St_Johns', 'CA', 'NL'],
  ['America/Winnipeg', 'CA', 'MB'],
  ['America/Regina', 'CA', 'SK'],
  ['America/Edmonton', 'CA', 'AB NT'],
  ['America/Vancouver', 'CA', 'BC'],
  ['America/Whitehorse', 'CA', 'YT'],
  ['Australia/Sydney', 'AU', 'ACT NSW TAS VIC'],
  ['Australia/Brisbane', 'AU', 'QLD'],
  ['Australia/Adelaide', 'AU', 'SA'],
  ['Australia/Darwin', 'AU', 'NT'],
  ['Australia/Perth', 'AU', 'WA'],
  ['Europe/Madrid', 'ES'],
  ['Europe/Lisbon', 'PT'],
  ['Europe/Kyiv', 'UA'],
  ['Asia/Shanghai', 'CN'],
  ['Asia/Jakarta', 'ID'],
  ['America/Sao_Paulo', 'BR'],
  ['America/Mexico_City', 'MX'],
  ['America/Santiago', 'CL'],
  ['America/Guayaquil', 'EC'],
  ['Pacific/Auckland', 'NZ'],
];
const ZONE_BY_PLACE: ReadonlyMap<string, string> = new Map(
  ZONES.flatMap(([zone, country, states]) =>
    states === undefined
      ? [[country, zone] as const]
      : states.split(' ').map((state) => [`${country}-${state}`, zone] as const),
  ),
);
const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * How far the local time of an address is ahead of GMT at that moment, in minutes. 0 where the country has several times and it is not known
 * which: a local time that is told with its offset is then still the right moment.
 */
export function offsetMinutes(
  { countryCode, stateCode }: Pick<Address, 'countryCode' | 'stateCode'>,
  moment: Date,
): number {
  const zone = ZONE_BY_PLACE.get(`${countryCode}-${stateCode}`) ?? ZONE_BY_PLACE.get(countryCode);
  const zones = zone === undefined ? (new Intl.Locale(`und-${countryCode}`).getTimeZones() ?? []) : [zone];
  const [minutes = 0, ...others] = new Set(zones.map((each) => offsetOf(each, moment)));
  return others.length === 0 ? minutes : 0;
}

function offsetOf(timeZone: string, moment: Date): number {
  const format = formats.get(timeZone) ?? new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
  formats.set(timeZone, format);
  const name = format.formatToParts(moment).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  // `GMT+05:30`; `GMT` alone is 0.
  const [, sign, hours = '0', minutes = '0'] = /([+-])(\d\d):(\d\d)$/.exec(name) ?? [];
  const size = Number(hours) * 60 + Number(minutes);
  return sign === '-' ? -size : size;
}
