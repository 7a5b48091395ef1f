import { type Static, Type } from '@sinclair/typebox';
import type { CarrierContext } from '../carrier.ts';

/** OAuth client of the app that was registered on developer.ups.com. */
export const UpsCredentials = Type.Object(
  {
    clientId: Type.String({ minLength: 1, maxLength: 200, description: 'Client ID of the app at UPS.' }),
    clientSecret: Type.String({ minLength: 1, maxLength: 200, description: 'Client Secret of the app at UPS.' }),
  },
  { additionalProperties: false },
);

export const UpsSettings = Type.Object(
  {
    accountNumber: Type.String({
      pattern: '^[A-Z0-9]{6}$',
      description: 'The six-character UPS account that is billed, in capitals.',
    }),
  },
  { additionalProperties: false },
);

export interface UpsAccount {
  credentials: Static<typeof UpsCredentials>;
  settings: Static<typeof UpsSettings>;
}

export type UpsContext = CarrierContext<UpsAccount>;
