/** A fraction of whole numbers, not necessarily in its lowest terms: nothing that is computed with it is ever rounded, but where it says so. */
export class Fraction {
  readonly top: bigint;
  /** More than 0. */
  readonly bottom: bigint;

  constructor(top: bigint, bottom = 1n) {
    this.top = bottom < 0n ? -top : top;
    this.bottom = bottom < 0n ? -bottom : bottom;
  }

  /** The decimal text of a number, or a decimal string. */
  static of(value: number | string): Fraction {
    const text = typeof value === 'number' ? plainText(value) : value;
    const [, sign = '', whole = '0', decimals = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
    return new Fraction(BigInt(`${sign}${whole}${decimals}`), 10n ** BigInt(decimals.length));
  }

  plus = (other: Fraction): Fraction =>
    this.bottom === other.bottom
      ? new Fraction(this.top + other.top, this.bottom)
      : new Fraction(this.top * other.bottom + other.top * this.bottom, this.bottom * other.bottom);
  minus = (other: Fraction): Fraction => this.plus(new Fraction(-other.top, other.bottom));
  times = (other: Fraction): Fraction => new Fraction(this.top * other.top, this.bottom * other.bottom);
  over = (other: Fraction): Fraction => new Fraction(this.top * other.bottom, this.bottom * other.top);
  isLess = (other: Fraction): boolean => this.top * other.bottom < other.top * this.bottom;
  isMore = (other: Fraction): boolean => other.isLess(this);

  /** The least whole number that is not less. */
  ceiling(): bigint {
    const down = this.top / this.bottom;
    return this.top > 0n && down * this.bottom !== this.top ? down + 1n : down;
  }

  /** The nearest number of so many decimals; what is halfway goes away from zero. */
  toFixed(decimals: number): string {
    const scaled = (this.top < 0n ? -this.top : this.top) * 10n ** BigInt(decimals);
    let digits = scaled / this.bottom;
    if ((scaled % this.bottom) * 2n >= this.bottom) digits += 1n;
    const text = digits.toString().padStart(decimals + 1, '0');
    const number = decimals === 0 ? text : `${text.slice(0, -decimals)}.${text.slice(-decimals)}`;
    return this.top < 0n && digits !== 0n ? `-${number}` : number;
  }
}

export const ZERO = new Fraction(0n);

function plainText(value: number): string {
  const text = String(value);
  if (text.includes('e')) throw new Error(`${text} has no plain decimal text`);
  return text;
}
