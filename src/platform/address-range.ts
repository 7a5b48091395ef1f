import ipaddr from 'ipaddr.js';

/** The longest text of an address (RFC 4291, section 2.2, with an IPv4 address at its end). */
const MAX_ADDRESS = 45;

/**
 * What counts as one address: an IPv4 address, or an IPv6 network of 64 bits, because whoever has one address of it has
 * them all (RFC 6177 gives a site no less).
 */
export function addressRange(address: string): string {
  if (!address.includes(':') || !ipaddr.isValid(address)) return address.slice(0, MAX_ADDRESS);
  const parsed = ipaddr.process(address);
  if (parsed.kind() === 'ipv4') return parsed.toString();
  const [a, b, c, d] = (parsed as ipaddr.IPv6).parts.map((part) => part.toString(16));
  return `${a}:${b}:${c}:${d}::/64`;
}
