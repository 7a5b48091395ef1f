import { checkCountryCode } from '../../platform/country.ts';
import { isBlank } from '../../platform/printable-line.ts';
import { type ProblemField, problemField, validationProblem } from '../../platform/problem.ts';
import { schemaFaults } from '../../platform/validation.ts';
import { DOCUMENT_FORMATS } from './carriers/capabilities.ts';
import type { Carrier } from './carriers/carrier.ts';
import type { ShippingDeps } from './deps.ts';
import type { CarrierProfileInput } from './v2/carrier-schemas.ts';

/**
 * The rules of a carrier profile that its schema cannot say: those of its adapter above all.
 * @param keepsCredentials whether credentials that are left out are there from before
 * @throws validation (400)
 */
export function checkProfile(
  deps: Pick<ShippingDeps, 'carriers' | 'carrierOrigins'>,
  input: CarrierProfileInput,
  keepsCredentials: boolean,
): void {
  const carrier = deps.carriers[input.carrier];
  const errors = [
    ...checkNames(input),
    ...checkServiceLevels(input),
    ...checkCountries(input),
    ...checkAccount(carrier, input, keepsCredentials),
    ...checkServer(carrier, deps.carrierOrigins, input),
    ...checkLabelFormat(carrier, input),
  ];
  if (errors.length > 0) throw validationProblem(errors);
}

function checkNames({ reference, name, serviceLevels }: CarrierProfileInput): ProblemField[] {
  const names: [(string | number)[], string][] = [
    [['reference'], reference],
    [['name'], name],
    ...serviceLevels.flatMap((level, index): [(string | number)[], string][] => [
      [['serviceLevels', index, 'reference'], level.reference],
      [['serviceLevels', index, 'name'], level.name],
    ]),
  ];
  return names.filter(([, text]) => isBlank(text)).map(([path]) => problemField(path, 'Must not be blank.'));
}

function checkServiceLevels({ serviceLevels }: CarrierProfileInput): ProblemField[] {
  const references = serviceLevels.map((level) => level.reference);
  return references.flatMap((reference, index) =>
    references.indexOf(reference) === index
      ? []
      : [
          problemField(
            ['serviceLevels', index, 'reference'],
            `'${reference}' is there twice. Each reference must be its own.`,
          ),
        ],
  );
}

function checkCountries({ countries = [] }: CarrierProfileInput): ProblemField[] {
  return countries.flatMap((code, index) => {
    const fault = checkCountryCode(code);
    return fault === undefined ? [] : [problemField(['countries', index], fault)];
  });
}

function checkAccount(carrier: Carrier, input: CarrierProfileInput, keepsCredentials: boolean): ProblemField[] {
  const credentials =
    input.credentials === undefined && keepsCredentials
      ? []
      : schemaFaults(carrier.credentialsSchema, input.credentials ?? {}, ['credentials']);
  return [...credentials, ...schemaFaults(carrier.settingsSchema, input.settings ?? {}, ['settings'])];
}

/** Credentials go where the profile says: to the carrier's own servers, or where whoever runs this installation allows. */
function checkServer(carrier: Carrier, allowed: readonly string[], input: CarrierProfileInput): ProblemField[] {
  if (carrier.baseUrls === undefined) {
    return input.baseUrl === undefined ? [] : [problemField(['baseUrl'], `${carrier.name} has no server.`)];
  }
  const errors: ProblemField[] = [];
  if (input.environment === undefined) {
    errors.push(problemField(['environment'], "Is required: 'test' books nothing, 'production' books real parcels."));
  }
  const fault =
    input.baseUrl === undefined ? undefined : baseUrlFault(input.baseUrl, [...originsOf(carrier.baseUrls), ...allowed]);
  return fault === undefined ? errors : [...errors, problemField(['baseUrl'], fault)];
}

function originsOf(baseUrls: NonNullable<Carrier['baseUrls']>): string[] {
  return Object.values(baseUrls).map((url) => new URL(url).origin);
}

/** It is shown, logged and audited, so that nothing secret may stand in it; and paths are put behind it, so that nothing may follow its path. */
function baseUrlFault(text: string, origins: readonly string[]): string | undefined {
  const url = URL.parse(text);
  if (url !== null && (url.username !== '' || url.password !== ''))
    return 'Must not hold a user name or password, as everybody who reads the profile would see them: send them in `credentials`.';
  if (url === null || !origins.includes(url.origin))
    return `Must begin with one of ${origins.join(', ')}. Others are allowed by the setting CARRIER_ORIGINS.`;
  const written = `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
  return text === written
    ? undefined
    : `Must be a plain address, with nothing before its host or behind its path: write ${written}.`;
}

function checkLabelFormat(carrier: Carrier, { labelFormat }: CarrierProfileInput): ProblemField[] {
  const offered = DOCUMENT_FORMATS.filter((format) => carrier.capabilities.labelFormats.includes(format));
  return labelFormat === undefined || offered.includes(labelFormat)
    ? []
    : [
        problemField(
          ['labelFormat'],
          `${carrier.name} gives no labels as ${labelFormat}: must be one of ${offered.join(', ')}.`,
        ),
      ];
}
