import { Type } from '@sinclair/typebox';
import type { Carrier } from '../carrier.ts';

/** What the sandbox is, but for what it does. Its credentials and settings are whatever a profile says: nobody reads them. */
export const SANDBOX = {
  name: 'sandbox',
  isSandbox: true,
  defaultBookingTimeoutMs: 5_000,
  credentialsSchema: Type.Object({}, { additionalProperties: true }),
  settingsSchema: Type.Object({}, { additionalProperties: false }),
  capabilities: {
    labelFormats: ['pdf'],
    maxHandlingUnits: 999,
    returns: ['return-shipment'],
    customsDocuments: [],
    findsBy: 'booking-reference',
    trackingBatch: 0,
    quotes: false,
    dangerousGoods: true,
  },
} as const satisfies Partial<Carrier>;
