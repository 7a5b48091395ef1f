import { type Static, Type } from '@sinclair/typebox';
import type { CarrierContext } from '../carrier.ts';

const MAX_ACCOUNT_NUMBER = 12;

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
      pattern: `^[0-9A-Z]{1,${MAX_ACCOUNT_NUMBER}}$`,
      description: 'The DHL Express account that is billed, mostly nine digits.',
    }),
  },
  { additionalProperties: false },
);

/** An account in a request, and for what it is billed. */
export const MyDhlBilledAccount = Type.Object({
  typeCode: Type.Union([Type.Literal('shipper'), Type.Literal('payer'), Type.Literal('duties-taxes')]),
  number: Type.String({ minLength: 1, maxLength: MAX_ACCOUNT_NUMBER }),
});
export type MyDhlBilledAccount = Static<typeof MyDhlBilledAccount>;

export interface MyDhlAccount {
  credentials: Static<typeof MyDhlCredentials>;
  settings: Static<typeof MyDhlSettings>;
}

export type MyDhlContext = CarrierContext<MyDhlAccount>;
