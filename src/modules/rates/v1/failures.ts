import { SAMPLE_ID } from '../../../platform/failures.ts';
import { contractEnded, contractsOverlap } from '../errors.ts';

// What changes of a contract answer beside what every operation may answer, as their documents show it.

export const OVERLAP = contractsOverlap('DHL-2026', { id: SAMPLE_ID, validFrom: '2026-01-01', validTo: '2026-12-31' });
export const ENDED = contractEnded('2026-07-01');
