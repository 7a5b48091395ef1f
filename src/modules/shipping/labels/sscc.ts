export interface SsccParts {
  /** One digit the shipper chooses freely, to widen the range of serial references. */
  extensionDigit: string;
  /** The shipper's GS1 Company Prefix, leading zeros included. */
  companyPrefix: string;
  /** Digits that count the shipper's logistic units; shorter ones are padded with zeros on the left. */
  serialReference: string;
}

/** Extension digit, company prefix and serial reference; the check digit follows. */
const DIGITS_BEFORE_CHECK = 17;

/**
 * Builds a Serial Shipping Container Code: 18 digits, the last one the mod-10 check digit
 * (GS1 General Specifications, AI (00) and "Standard check digit calculations").
 *
 * @throws RangeError when a part is not digits or the parts do not fit.
 */
export function createSscc({ extensionDigit, companyPrefix, serialReference }: SsccParts): string {
  if (!/^\d$/.test(extensionDigit)) throw new RangeError('The extension digit of an SSCC is one digit');
  if (!/^\d{4,12}$/.test(companyPrefix)) throw new RangeError('A GS1 Company Prefix is 4 to 12 digits');
  const serialDigits = DIGITS_BEFORE_CHECK - 1 - companyPrefix.length;
  if (!/^\d+$/.test(serialReference) || serialReference.length > serialDigits) {
    throw new RangeError(`With this company prefix the serial reference is 1 to ${serialDigits} digits`);
  }
  const payload = extensionDigit + companyPrefix + serialReference.padStart(serialDigits, '0');
  return payload + checkDigit(payload);
}

/** Whether the text is 18 digits that end in their own check digit. */
export function isSscc(text: string): boolean {
  return /^\d{18}$/.test(text) && checkDigit(text.slice(0, -1)) === text.at(-1);
}

/** Weights 3 and 1 alternate, and the digit beside the check digit always weighs 3. */
function checkDigit(payload: string): string {
  const sum = [...payload].reverse().reduce((total, digit, place) => total + Number(digit) * (place % 2 ? 1 : 3), 0);
  return String((10 - (sum % 10)) % 10);
}
