/** Names of members whose values are secrets, whatever the carrier. */
const SECRET = /pass(word|wd)?$|secret|token|authori[sz]ation|api-?key|credential|^user(name)?$|client_?id/i;
/** Names of members that tell of a person, or where one lives or can be reached. */
const PERSONAL =
  /^(.*(full|contact|person|attention|company|first|last|given|family|middle|receiver|recipient|consignee|addressee|sender|shipper|customer|sign(ed|er)).*name.*|sur_?name|name\d*|.*phone.*|.*mobile.*|.*fax.*|.*e-?mail.*|.*address_?line\d*|line_?\d|address(street|house|2)?|street.*|house.*|.*signature.*|attention.*|(received|signed)_?by|post_?number|label_?description|eori|identification_?number|.*(vat|eori|tax)_?(reg(istration)?_?)?(no|number|id.*)|additionaladdressinformation\d?|note|dispatchinginformation)$/i;
/** An address as an object has members of its own: town, post code and country stay, for without them nobody sees why a carrier refused it. */
const ADDRESS = /^address$/i;
/**
 * Tax numbers, also as objects: of those the number itself has a member of its own, and beside it stand its kind and who asks for it, without which
 * nobody sees what customs were told.
 */
const TAX_NUMBERS = /tax_?identification_?numbers?$/i;
/**
 * Members that hold codes, places, and the carrier's own names for what it sells. What is known of a person is looked for only in what is more
 * than a code there, and short names and numbers are not looked for at all: people are called De and Max too, and without the country, the
 * unit or the service nobody sees what was refused. In all else, messages above all, a name goes even where it happens to be the word for
 * something: that something has its code in one of these members.
 */
const CODED =
  /(code|country|cntry_?cd|currency|city(_?name)?|state|province|zip|type|format|unit|uom|measurement|incoterm|terms_?of_?shipment|reason_?for_?export|(product|service)(_?name)?)$|^country_?of/i;

/** What a member's name says of its value. The secrets and the tax numbers of an object are in members of its own. */
export type MemberKind = 'secret' | 'personal' | 'tax-number' | 'coded' | 'text';

export function kindOfMember(name: string, value: 'object' | 'list' | 'other'): MemberKind {
  if (SECRET.test(name) && value !== 'object') return 'secret';
  if (TAX_NUMBERS.test(name)) return 'tax-number';
  if (PERSONAL.test(name) && !(value === 'object' && ADDRESS.test(name))) return 'personal';
  return CODED.test(name) ? 'coded' : 'text';
}
