import type { LookupAddress } from 'node:dns';
import { lookup, Resolver } from 'node:dns/promises';

/** Finds every address of a host. */
export type LookUp = (hostname: string) => Promise<LookupAddress[]>;

const QUERY_TIMEOUT_MS = 2_000;
const TRIES = 2;

/** The name is not in the DNS, or there is no DNS: the operating system may know it from elsewhere. */
const NOT_IN_DNS = new Set(['ENOTFOUND', 'ENODATA', 'ECONNREFUSED', 'EBADNAME']);

/**
 * Asks for a host's addresses. The DNS is asked directly: the operating system's own function occupies one of the process' four
 * threads until it is answered, and a handful of names whose servers say nothing would hold up everybody. It is asked only for
 * what the DNS surely does not have, such as names in the hosts file.
 */
export async function lookUp(hostname: string): Promise<LookupAddress[]> {
  if (/(^|\.)localhost$/i.test(hostname)) return lookup(hostname, { all: true });
  const dns = new Resolver({ timeout: QUERY_TIMEOUT_MS, tries: TRIES });
  const [ipv4, ipv6] = await Promise.allSettled([dns.resolve4(hostname), dns.resolve6(hostname)]);
  const found = [
    ...(ipv4.status === 'fulfilled' ? ipv4.value.map((address) => ({ address, family: 4 })) : []),
    ...(ipv6.status === 'fulfilled' ? ipv6.value.map((address) => ({ address, family: 6 })) : []),
  ];
  if (found.length > 0) return found;
  const failures = [ipv4, ipv6].map((each) => (each.status === 'rejected' ? each.reason : undefined) as unknown);
  const other = failures.find(
    (each): each is Error => each instanceof Error && 'code' in each && !NOT_IN_DNS.has(String(each.code)),
  );
  if (other !== undefined) throw other;
  return lookup(hostname, { all: true });
}
