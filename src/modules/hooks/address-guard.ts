import ipaddr from 'ipaddr.js';

/** A network in which webhooks may be received although it is not the public internet. */
export type AllowedNetwork = ReturnType<typeof ipaddr.parseCIDR>;

/** Why a receiver is not called. Which address it was stays here: it may tell a stranger about this network. */
export type BlockReason = 'address-not-allowed' | 'https-required';

/**
 * All of IPv6 that IANA has given out for the public internet (its registry 'IPv6 Global Unicast Address Assignments'). ipaddr.js takes for
 * unicast whatever has no other name: also what nobody has been given (`4000::/3`), and IPv4 addresses as IPv6 ones of old (`::/96`).
 */
const PUBLIC_IPV6 = ipaddr.parseCIDR('2000::/3');

/** Decides about one address, literal or looked up, before it is dialled; undefined when it may be. */
export function blockReason(
  address: string,
  protocol: 'http:' | 'https:',
  allowed: readonly AllowedNetwork[],
): BlockReason | undefined {
  if (!ipaddr.isValid(address)) return 'address-not-allowed';
  // A zone (fe80::1%eth0) names an interface of this machine.
  if (address.includes('%')) return 'address-not-allowed';
  const parsed = ipaddr.process(address);
  if (allowed.some((network) => isIn(parsed, network))) return undefined;
  if (parsed.range() !== 'unicast') return 'address-not-allowed';
  if (parsed.kind() === 'ipv6' && !isIn(parsed, PUBLIC_IPV6)) return 'address-not-allowed';
  return protocol === 'https:' ? undefined : 'https-required';
}

function isIn(address: ipaddr.IPv4 | ipaddr.IPv6, network: AllowedNetwork): boolean {
  return address.kind() === network[0].kind() && address.match(network);
}

/** The address in a URL's host, if it is one and not a name. */
export function literalAddress(hostname: string): string | undefined {
  const bare = hostname.replace(/^\[(.*)\]$/, '$1');
  return ipaddr.isValid(bare) ? bare : undefined;
}
