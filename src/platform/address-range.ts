import ipaddr from 'ipaddr.js';

/**
 * What counts as one address: an IPv4 address, or an IPv6 network of 64 bits, because whoever has one address of it has
 * them all (RFC 6177 gives a site no less).
 */
export function addressRange(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const parsed = ipaddr.process(address);
  if (parsed.kind() === 'ipv4') return parsed.toString();
  return `${(parsed as ipaddr.IPv6).parts
    .slice(0, 4)
    .map((part) => part.toString(16))
    .join(':')}::/64`;
}
