import { type Static, Type } from '@sinclair/typebox';
import { ifMatch } from '../../../platform/etag.ts';
import { Dimensions, Reference, Weight } from '../../../platform/field-schemas.ts';
import { Limit, Offset, PageLinks, pageFields } from '../../../platform/page.ts';
import { Link, ref, Uuid } from '../../../platform/schema.ts';
import { calculateSchemas } from './calculate-schemas.ts';
import { contractFields, contractSchemas } from './contract-schemas.ts';
import { contractExample, contractSummaryExample, pageExample } from './examples.ts';
import { exchangeRateSchemas } from './exchange-rate-schemas.ts';
import { CalendarDate, ShipmentReferences } from './field-schemas.ts';

const ContractWarning = Type.Object(
  { field: Type.String(), pointer: Type.String(), message: Type.String() },
  { $id: 'ContractWarning', description: 'What is allowed but hardly meant: a price that can never be reached, say.' },
);

export const ContractSchema = Type.Object(
  {
    id: Uuid,
    version: Type.Integer({ minimum: 1, description: 'Rises by one with each change; also the ETag.' }),
    ...contractFields,
    endedFrom: Type.Optional(
      Type.String({ format: 'date', description: 'The day on which it was ended: from then on it prices nothing.' }),
    ),
    warnings: Type.Array(ref(ContractWarning)),
    createdOn: Type.String({ format: 'date-time' }),
    updatedOn: Type.String({ format: 'date-time', description: 'When this version was made.' }),
    _links: Type.Object({ self: ref(Link), version: ref(Link) }),
  },
  { $id: 'Contract', description: 'A contract in one of its versions.', examples: [contractExample] },
);
export type ContractBody = Static<typeof ContractSchema>;

export const ContractSummary = Type.Object(
  {
    id: Uuid,
    version: Type.Integer({ minimum: 1 }),
    reference: Type.String(),
    carrierReference: Type.String(),
    currency: Type.String(),
    validFrom: Type.String({ format: 'date' }),
    validTo: Type.Optional(Type.String({ format: 'date' })),
    endedFrom: Type.Optional(Type.String({ format: 'date' })),
    serviceLevelReferences: Type.Array(Type.String()),
    createdOn: Type.String({ format: 'date-time' }),
    updatedOn: Type.String({ format: 'date-time' }),
    _links: Type.Object({ self: ref(Link) }),
  },
  { $id: 'ContractSummary', description: 'A contract without its prices.', examples: [contractSummaryExample] },
);
export type ContractSummaryBody = Static<typeof ContractSummary>;

export const ContractPage = Type.Object(
  { items: Type.Array(ref(ContractSummary)), ...pageFields },
  {
    $id: 'ContractPage',
    description: 'One page of contracts, by reference and then by validity.',
    examples: [pageExample(contractSummaryExample, '/contracts')],
  },
);

export const IF_MATCH = ifMatch('contract');

export const ContractChange = Type.Object(
  {
    version: Type.Integer({ minimum: 1, description: 'The new version; also the ETag.' }),
    warnings: Type.Array(ref(ContractWarning)),
    _links: Type.Object({ contract: ref(Link), version: ref(Link) }),
  },
  {
    $id: 'ContractChange',
    description: 'The version that a change of a part of a contract made.',
    examples: [
      {
        version: 2,
        warnings: [],
        _links: {
          contract: contractExample._links.self,
          version: { href: `${contractExample._links.self.href}/versions/2` },
        },
      },
    ],
  },
);
export type ContractChangeBody = Static<typeof ContractChange>;

export const ListContractsQuery = Type.Object(
  {
    carrierReference: Type.Optional(ShipmentReferences.carrierReference),
    reference: Type.Optional(Reference('Exactly this reference.', 'DHLPX-2026')),
    validOn: Type.Optional(CalendarDate('Pricing on this day.', '2026-01-20')),
    limit: Limit,
    offset: Offset,
  },
  { additionalProperties: false },
);

/** Every schema with a name of its own, each after those it refers to. */
export const namedSchemas = [
  Weight,
  Dimensions,
  PageLinks,
  ...contractSchemas,
  ...calculateSchemas,
  ContractWarning,
  ContractSchema,
  ContractSummary,
  ContractPage,
  ContractChange,
  ...exchangeRateSchemas,
];
