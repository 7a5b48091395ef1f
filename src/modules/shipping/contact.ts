import { createRequire } from 'node:module';
import { fullFormats } from 'ajv-formats/dist/formats.js';
import type * as PhoneNumbers from 'libphonenumber-js/min';

const EMAIL_PATTERN = fullFormats.email as RegExp;
/** RFC 5321 sections 4.5.3.1.1 and 4.5.3.1.3, the latter less the angle brackets. */
const MAX_LOCAL_PART = 64;
const MAX_EMAIL = 254;
/** RFC 1035 section 2.3.4. */
const MAX_LABEL = 63;

const E164 = /^\+[1-9]\d{6,14}$/;
const MAX_PHONE = 32;

/** What is wrong with a phone number and how to write it; undefined when it is E.164 and could exist. */
export function checkPhone(phone: string, countryCode: string): string | undefined {
  const remedy = 'write + and the country code, then the number without its leading 0, for example +31201234567.';
  if (phone.length > MAX_PHONE) return `The phone number is too long: ${remedy}`;
  const { parsePhoneNumberFromString, isSupportedCountry } = phoneNumbers();
  const parsed = parsePhoneNumberFromString(phone, {
    extract: false,
    ...(isSupportedCountry(countryCode) && { defaultCountry: countryCode }),
  });
  // Possible, not valid: numbering plans open new ranges faster than libraries are updated.
  if (parsed?.isPossible() !== true || !E164.test(parsed.number))
    return `Not a phone number that can be called: ${remedy}`;
  return parsed.number === phone ? undefined : `The phone number is not in E.164 form: write ${parsed.number}.`;
}

/** What is wrong with an e-mail address; undefined when nothing is. ASCII only, as carriers have it. */
export function checkEmail(email: string): string | undefined {
  if (email.length > MAX_EMAIL)
    return `An e-mail address has at most ${MAX_EMAIL} characters; this has ${email.length}.`;
  if (!EMAIL_PATTERN.test(email))
    return 'Not an e-mail address: write it like name@example.com, without accents or spaces.';
  if (email.indexOf('@') > MAX_LOCAL_PART) {
    return `The part of an e-mail address before the @ has at most ${MAX_LOCAL_PART} characters.`;
  }
  const labels = email.slice(email.indexOf('@') + 1).split('.');
  if (labels.some((label) => label.length > MAX_LABEL))
    return `Between the dots behind the @ of an e-mail address there are at most ${MAX_LABEL} characters.`;
  if (/^\d+$/.test(labels.at(-1) ?? '')) return 'Not an e-mail address: what it ends in, such as .com, is no number.';
  return undefined;
}

let loaded: typeof PhoneNumbers | undefined;

/** Some 130 files and 4 MB: the first phone number pays for them (30 ms), not the start of the program. */
function phoneNumbers(): typeof PhoneNumbers {
  loaded ??= createRequire(import.meta.url)('libphonenumber-js/min') as typeof PhoneNumbers;
  return loaded;
}
