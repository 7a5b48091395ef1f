import { createHash } from 'node:crypto';
import { JOB_WORKERS } from '../../platform/jobs.ts';
import type { CarrierProfile } from './carrier-profile.ts';
import { CARRIER_NAMES } from './carriers/registry.ts';

/** Jobs about one carrier that may run at a time, whatever they wait for: all carriers together leave a quarter of the workers to the rest. */
const QUEUES_PER_CARRIER = Math.max(1, Math.floor((0.75 * JOB_WORKERS) / CARRIER_NAMES.length));

/**
 * The queue of the jobs that call a profile's carrier. A carrier that is slow or dead holds as many workers as it has queues and no
 * more, however many tenants and jobs wait for it; a tenant always has the same one.
 */
export function carrierQueue({ carrier, tenantId }: Pick<CarrierProfile, 'carrier' | 'tenantId'>): string {
  const share = createHash('sha256').update(tenantId).digest().readUInt32BE() % QUEUES_PER_CARRIER;
  return `carrier:${carrier}:${share}`;
}
