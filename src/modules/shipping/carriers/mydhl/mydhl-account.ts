import { type Static, Type } from '@sinclair/typebox';
import type { CarrierContext } from '../carrier.ts';

/** HTTP Basic, as handed out on developer.dhl.com for MyDHL API. */
export const MyDhlCredentials = Type.Object(
  {
    username: Type.String({ minLength: 1, maxLength: 200, description: 'API key of the app, the user of HTTP Basic.' }),
    password: Type.String({ minLength: 1, maxLength: 200, description: 'API secret of the app.' }),
  },
  { additionalProperties: false },
);

export const MyDhlSettings = Type.Object(
  {
    accountNumber: Type.String({
      pattern: '^[0-9A-Z]{1,12}$',
      description: 'The DHL Express account that is billed, mostly nine digits.',
    }),
  },
  { additionalProperties: false },
);

export interface MyDhlAccount {
  credentials: Static<typeof MyDhlCredentials>;
  settings: Static<typeof MyDhlSettings>;
}

export type MyDhlContext = CarrierContext<MyDhlAccount>;
