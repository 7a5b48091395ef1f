import { resolve } from 'node:path';
import { dhlParcelDeConformance } from './dhl-parcel-de-conformance.ts';
import { myDhlConformance } from './mydhl-conformance.ts';
import type { Conformance } from './run-conformance.ts';
import { upsConformance } from './ups-conformance.ts';

/** One row a carrier. */
export const CONFORMANCES: readonly Conformance[] = [dhlParcelDeConformance, myDhlConformance, upsConformance];

/** Where the carriers' documents are; they are not part of the project. */
export function carrierDocumentsDirectory(): string {
  // oxlint-disable-next-line node/no-process-env -- a setting of the tests, not of the program
  return resolve(process.env['CARRIER_DOCS_DIR'] ?? '../shared/carriers');
}
