import { type Static, Type } from '@sinclair/typebox';
import type { CarrierContext } from '../carrier.ts';

const text = (description: string) => Type.String({ minLength: 1, maxLength: 200, description });

/** Of the app on developer.dhl.com, and of the system user in DHL's business customer portal. */
export const DhlCredentials = Type.Object(
  {
    apiKey: text('API key of the app at developer.dhl.com.'),
    apiSecret: Type.Optional(
      text('API secret of the app: with it calls are made with an OAuth token, without it with HTTP Basic.'),
    ),
    username: text('User of the business customer portal.'),
    password: text('Password of that user.'),
  },
  { additionalProperties: false },
);

export const DHL_PRODUCTS = ['V01PAK', 'V53WPAK', 'V54EPAK', 'V62WP', 'V62KP', 'V66WPI'] as const;
export type DhlProduct = (typeof DHL_PRODUCTS)[number];

const PRINT_FORMATS = [
  'A4',
  '910-300-600',
  '910-300-610',
  '910-300-700',
  '910-300-700-oz',
  '910-300-710',
  '910-300-300',
  '910-300-300-oz',
  '910-300-400',
  '910-300-410',
  '100x70mm',
] as const;

/** Ten characters of the customer, two of the product, two of the participation. */
export const BillingNumber = Type.String({ pattern: '^\\w{10}\\d{2}\\w{2}$', minLength: 14, maxLength: 14 });

/** The user group of the portal that books and deletes. */
export const UserGroupProfile = Type.String({
  minLength: 1,
  maxLength: 35,
  description: 'Default STANDARD_GRUPPENPROFIL.',
});

export const DhlSettings = Type.Object(
  {
    billingNumbers: Type.Object(
      {
        V01PAK: Type.Optional(BillingNumber),
        V53WPAK: Type.Optional(BillingNumber),
        V54EPAK: Type.Optional(BillingNumber),
        V62WP: Type.Optional(BillingNumber),
        V62KP: Type.Optional(BillingNumber),
        V66WPI: Type.Optional(BillingNumber),
        dhlRetoure: Type.Optional(BillingNumber),
      },
      {
        additionalProperties: false,
        minProperties: 1,
        description:
          'The billing number (14 characters) of each product that is booked, and of enclosed return labels.',
      },
    ),
    userGroupProfile: Type.Optional(UserGroupProfile),
    printFormat: Type.Optional(
      Type.Union(
        PRINT_FORMATS.map((format) => Type.Literal(format)),
        { description: "The label paper. Default: as the portal's settings say." },
      ),
    ),
    mustEncode: Type.Optional(
      Type.Boolean({
        description: 'Refuse a German address that DHL cannot route. Default true; false prints it anyway.',
      }),
    ),
  },
  { additionalProperties: false },
);

export interface DhlAccount {
  credentials: Static<typeof DhlCredentials>;
  settings: Static<typeof DhlSettings>;
}

export type DhlContext = CarrierContext<DhlAccount>;

export function userGroupProfile({ settings }: DhlContext): string {
  return settings.userGroupProfile ?? 'STANDARD_GRUPPENPROFIL';
}

/** @throws Error where there is none, which `checkDhlRequest` has refused before */
export function billingNumber({ settings }: DhlContext, of: DhlProduct | 'dhlRetoure'): string {
  const number = settings.billingNumbers[of];
  if (number === undefined) throw new Error(`The carrier profile lacks settings.billingNumbers.${of}`);
  return number;
}
