import ipaddr from 'ipaddr.js';

/** A network in which webhooks may be received although it is not the public internet. */
export type AllowedNetwork = ReturnType<typeof ipaddr.parseCIDR>;

/** Why a receiver is not called. Which address it was stays here: it may tell a stranger about this network. */
export type BlockReason = 'address-not-allowed' | 'https-required';

/** IPv4 addresses as IPv6 ones of old (RFC 4291, section 2.5.5.1), which ipaddr.js takes for unicast. */
const IPV4_COMPATIBLE = ipaddr.parseCIDR('::/96');

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
  if (parsed.range() !== 'unicast' || isIn(parsed, IPV4_COMPATIBLE)) return 'address-not-allowed';
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
