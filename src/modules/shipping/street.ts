/** Where the house number comes before the street: "12 rue de la Paix", "221B Baker Street". */
const NUMBER_FIRST: ReadonlySet<string> = new Set(
  'AU CA FR GB GG GP GF HK IE IM IN JE KE LK LU MC MQ MY NC NG NZ PF PH PR RE SG US VI YT ZA'.split(' '),
);

/** The street with its house number, in the country's order. */
export function streetLine(address: { street: string; houseNumber?: string; countryCode: string }): string {
  const { street, houseNumber = '', countryCode } = address;
  return (NUMBER_FIRST.has(countryCode) ? [houseNumber, street] : [street, houseNumber]).join(' ').trim();
}
