import { resolve } from 'node:path';
import type { CarrierName } from '../../../../../src/modules/shipping/carriers/registry.ts';
import { dhlParcelDeConformance } from './dhl-parcel-de-conformance.ts';
import { myDhlConformance } from './mydhl-conformance.ts';
import type { Conformance } from './run-conformance.ts';
import { upsConformance } from './ups-conformance.ts';

export const CONFORMANCES: readonly Conformance[] = Object.values({
  'dhl-parcel-de': dhlParcelDeConformance,
  mydhl: myDhlConformance,
  ups: upsConformance,
} satisfies Record<Exclude<CarrierName, 'sandbox'>, Conformance>);

/** Where the carriers' documents are; they are not part of the project. */
export function carrierDocumentsDirectory(): string {
  // oxlint-disable-next-line node/no-process-env -- a setting of the tests, not of the program
  return resolve(process.env['CARRIER_DOCS_DIR'] ?? '../shared/carriers');
}
