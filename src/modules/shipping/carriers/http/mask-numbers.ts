/** Such as the post number of "Postnummer 12345678", or a telephone number without its +; a shorter one only where it is all that is known. */
const NUMBER = /^\d{5}$|\d{6,}/g;
const MIN_DIGITS = 6;
const INTERNATIONAL = /^(\+|00)[\d\s()./-]+$/;
const NATIONAL = /^0[\d\s()./-]+$/;
/** Digits of a country's calling code (ITU-T E.164). */
const COUNTRY_CODE_LENGTHS = [1, 2, 3] as const;
/** A number, or several that stand together, with what is written within telephone numbers. */
const RUN = /\d(?:[\s()./+-]{0,3}\d){4,39}/g;
/** Of a telephone number: "+49 (0)30 12 34 56". */
const MAX_GROUPS = 7;

/**
 * Masks the numbers of six and more digits in what is known: each as a whole, telephone numbers also with and without the country's calling
 * code, and in groups. Of a longer number no part is masked.
 */
export function maskingNumbers(personalData: readonly string[], masked: (found: string) => string) {
  const numbers = new Set(personalData.flatMap((each) => [...(each.match(NUMBER) ?? []), ...digitsOf(each)].map(bare)));
  const international = personalData.filter((each) => INTERNATIONAL.test(each)).flatMap(digitsOf);
  for (const form of international.flatMap(withoutCountry)) numbers.add(bare(form));
  const national = new Set(
    personalData.filter((each) => NATIONAL.test(each) && !INTERNATIONAL.test(each)).flatMap(digitsOf),
  );
  if (numbers.size === 0) return (text: string): string => text;
  const isKnown = (digits: string): boolean =>
    numbers.has(digits) || (national.size > 0 && withoutCountry(digits).some((form) => national.has(form)));
  return (text: string): string => text.replace(RUN, (run) => maskGroups(run, isKnown, masked));
}

/** Of a telephone number; none of anything else. */
function digitsOf(known: string): string[] {
  if (!INTERNATIONAL.test(known) && !NATIONAL.test(known)) return [];
  const digits = bare(known.replace(/\D/g, ''));
  return digits.length < MIN_DIGITS ? [] : [digits];
}

/** Each form that it may have: nobody knows from the digits how many are the country's. */
function withoutCountry(digits: string): string[] {
  return COUNTRY_CODE_LENGTHS.map((length) => digits.slice(length)).filter((form) => bare(form).length >= MIN_DIGITS);
}

/** Without the zeros of a prefix. */
function bare(digits: string): string {
  return digits.replace(/^0+/, '');
}

function maskGroups(run: string, isKnown: (digits: string) => boolean, masked: (found: string) => string): string {
  const groups = [...run.matchAll(/\d+/g)];
  let kept = 0;
  let clean = '';
  for (let first = 0; first < groups.length; first++) {
    const last = lastOfKnown(groups, first, isKnown);
    const [begin, end] = [groups[first], groups[last]];
    if (begin === undefined || end === undefined) continue;
    clean += run.slice(kept, begin.index) + masked(run.slice(begin.index, end.index + end[0].length));
    kept = end.index + end[0].length;
    first = last;
  }
  return clean + run.slice(kept);
}

/** Of the groups from the first on that are a known number together; -1 where none are. */
function lastOfKnown(groups: readonly RegExpExecArray[], first: number, isKnown: (digits: string) => boolean): number {
  let digits = '';
  let last = -1;
  for (const [index, [group]] of groups.slice(first, first + MAX_GROUPS).entries()) {
    digits += group;
    if (isKnown(bare(digits))) last = first + index;
  }
  return last;
}
