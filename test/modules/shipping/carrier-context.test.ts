import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openCarrierContext } from '../../../src/modules/shipping/carrier-context.ts';
import type { CarrierProfile } from '../../../src/modules/shipping/carrier-profile.ts';
import type { CarrierEnvironment } from '../../../src/modules/shipping/carriers/carrier.ts';
import { createCarrierHttpFor } from '../../../src/modules/shipping/carriers/http/create-http.ts';
import { createCarrierRegistry } from '../../../src/modules/shipping/carriers/registry.ts';
import { openDatabase } from '../../../src/platform/database.ts';
import { createMetrics } from '../../../src/platform/metrics.ts';
import { createSecretBox } from '../../../src/platform/secret-box.ts';
import { carrierDocumentsDirectory } from './carriers/conformance/conformances.ts';

const clock = () => new Date('2026-01-20T10:30:00Z');
const { pool } = openDatabase({ connectionString: 'postgresql://nowhere.invalid/none', onError: () => undefined });
const deps = {
  carriers: createCarrierRegistry({ pool, clock }),
  carrierHttpFor: createCarrierHttpFor({ clock, metrics: createMetrics() }),
  secretBox: createSecretBox(Buffer.alloc(32, 7)),
  clock,
};

/** What a call is made with, for a profile that says no more than that. */
function contextFor(profile: Partial<CarrierProfile>) {
  return openCarrierContext(deps, {
    profile: {
      tenantId: '0190a0a0-0000-7000-8000-000000000001',
      id: '0190a0a0-0000-7000-8000-000000000002',
      reference: 'REAL',
      name: 'A real carrier',
      carrier: 'ups',
      serviceLevels: [],
      countries: [],
      environment: 'test',
      labelFormat: 'zpl',
      settings: {},
      bookingTimeoutMs: 5_000,
      quoteTimeoutMs: 3_000,
      version: 1,
      createdOn: clock(),
      updatedOn: clock(),
      ...profile,
    },
    serviceLevel: { productCode: '65', name: 'Saver' },
    about: [],
    onExchange: () => undefined,
    signal: AbortSignal.timeout(1_000),
  });
}

const directory = carrierDocumentsDirectory();

test.each<[string, CarrierEnvironment, string, string]>([
  ['ups', 'test', 'https://wwwcie.ups.com', 'ups/shipping.openapi.json'],
  ['ups', 'production', 'https://onlinetools.ups.com', 'ups/shipping.openapi.json'],
  ['mydhl', 'test', 'https://express.api.dhl.com/mydhlapi/test', 'mydhl/openapi.yaml'],
  ['mydhl', 'production', 'https://express.api.dhl.com/mydhlapi', 'mydhl/openapi.yaml'],
  ['dhl-parcel-de', 'test', 'https://api-sandbox.dhl.com/parcel/de/shipping/v2', 'dhl-parcel-de/shipping.openapi.yaml'],
  [
    'dhl-parcel-de',
    'production',
    'https://api-eu.dhl.com/parcel/de/shipping/v2',
    'dhl-parcel-de/shipping.openapi.yaml',
  ],
])('%s is called for %s at the server that its document names', (carrier, environment, baseUrl, document) => {
  expect(contextFor({ carrier, environment }).baseUrl).toBe(baseUrl);
  const file = `${directory}/${document}`;
  if (existsSync(file)) expect(readFileSync(file, 'utf8')).toContain(baseUrl);
});

test('a base URL of the profile’s own is in place of it, and the format and the product are the profile’s', () => {
  const baseUrl = 'https://ups.example.com/there';
  expect(contextFor({ environment: 'production', baseUrl })).toMatchObject({
    baseUrl,
    labelFormat: 'zpl',
    productCode: '65',
  });
});
