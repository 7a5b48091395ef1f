import { type Static, Type } from '@sinclair/typebox';
import { NOTE } from '../../../platform/field-schemas.ts';
import { Limit, Offset, pageFields } from '../../../platform/page.ts';
import { Moment, ref, StringEnum, Uuid } from '../../../platform/schema.ts';
import { auditEventExample, pageExample } from './examples.ts';

export const AuditEvent = Type.Object(
  {
    id: Uuid,
    time: Moment('When it was done.'),
    actor: Type.Object(
      {
        kind: StringEnum(['user', 'token', 'system'], { description: '`system`: a job or a command.' }),
        id: Type.Optional(Uuid),
        name: Type.String(),
      },
      { description: 'Who did it.' },
    ),
    action: Type.String({ description: 'The operation’s `operationId`, or the name of a job or command.' }),
    resource: Type.String({ description: 'What was changed: `<resource>/<id>`.' }),
    origin: Type.Optional(
      Type.Object(
        {
          address: Type.String(),
          userAgent: Type.Optional(Type.String()),
          requestId: Uuid,
          correlationId: Type.String(),
        },
        { description: 'Where the request came from. Absent: no request asked for it.' },
      ),
    ),
    before: Type.Optional(Type.Record(Type.String(), Type.Unknown(), { description: 'Absent: it was made.' })),
    after: Type.Optional(Type.Record(Type.String(), Type.Unknown(), { description: 'Absent: it was removed.' })),
  },
  {
    $id: 'AuditEvent',
    description: 'One change of one resource. Secrets are never in it.',
    examples: [auditEventExample],
  },
);
export type AuditEventBody = Static<typeof AuditEvent>;

export const AuditEventPage = Type.Object(
  {
    items: Type.Array(ref(AuditEvent)),
    ...pageFields,
    total: Type.Integer({
      minimum: 0,
      description: 'Exact up to 1000 beyond this page; where there are more, it says less than there are.',
    }),
  },
  {
    $id: 'AuditEventPage',
    description: 'One page of changes, newest first.',
    examples: [pageExample(auditEventExample, '/audit-events')],
  },
);

const FilterText = (description: string, example: string) =>
  Type.String({
    minLength: 1,
    maxLength: 120,
    pattern: NOTE,
    description,
    examples: [example],
  });

export const ListAuditEventsQuery = Type.Object(
  {
    actorId: Type.Optional(Type.String({ format: 'uuid', description: 'Done by this user or token.' })),
    action: Type.Optional(FilterText('Exactly this action.', 'orderShipment')),
    resource: Type.Optional(FilterText('Exactly this resource.', 'shipment/01a200da-fb25-70a4-887f-831d4eb0607a')),
    from: Type.Optional(Moment('Done at this moment or later.')),
    to: Type.Optional(Moment('Done before this moment.')),
    limit: Limit,
    offset: Offset,
  },
  { additionalProperties: false },
);
