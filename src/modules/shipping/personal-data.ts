import type { ShipmentContent } from './shipment.ts';
import { streetLine } from './street.ts';

/** What of a shipment tells of persons. */
export type PersonalContent = Pick<ShipmentContent, 'addresses' | 'instructions'>;

type Address = ShipmentContent['addresses']['sender'];

/** Of instructions, such as "Ring at Meier, door code 4711". */
const BETWEEN_PARTS = /[,;.!?]\s*/;
/** With more words it is no person's name. */
const MAX_NAME_WORDS = 4;

/** What the persons of a shipment are known by, in each order in which carriers write it. */
export function personalDataOf({ addresses: { sender, receiver }, instructions = '' }: PersonalContent): string[] {
  const known = [...[sender, receiver].flatMap(knownOf), instructions, ...instructions.split(BETWEEN_PARTS)];
  return [...new Set(known)].filter((each) => each.trim() !== '');
}

function knownOf(address: Address): string[] {
  const { companyName, contactName = '', street, addressLine2, phone, email, vatNumber, eoriNumber } = address;
  return [
    companyName,
    contactName,
    ...inOtherOrder(contactName),
    street,
    streetLine(address),
    addressLine2,
    phone,
    email,
    vatNumber,
    // As some carriers are told it.
    vatNumber?.replace(/[ .\-/]/g, ''),
    eoriNumber,
  ].filter((each) => each !== undefined);
}

/** "Jan de Boer" as "de Boer, Jan" and "Boer Jan de". */
function inOtherOrder(name: string): string[] {
  const words = name.trim().split(/\s+/);
  if (words.length > MAX_NAME_WORDS) return [];
  return words.slice(1).flatMap((_, index) => {
    const [first, last] = [words.slice(0, index + 1).join(' '), words.slice(index + 1).join(' ')];
    return [`${last}, ${first}`, `${last} ${first}`];
  });
}
