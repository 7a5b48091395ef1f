import { type Static, type TSchema, Type } from '@sinclair/typebox';
import { NOTE, NOTE_NOT_BLANK } from '../../../platform/field-schemas.ts';
import { Limit, Offset, PageLinks, pageFields } from '../../../platform/page.ts';
import { Link, Moment, ref, StringEnum, Uuid } from '../../../platform/schema.ts';
import { PERMISSIONS } from '../permissions.ts';
import { AuditEvent, AuditEventPage } from './audit-schemas.ts';
import {
  callerExample,
  createdTokenExample,
  groupExample,
  groupInputExample,
  newGroupExample,
  pageExample,
  tokenExample,
  tokenInputExample,
  userExample,
  userInputExample,
} from './examples.ts';

/** One line of text for people: no control characters, not only spaces. */
const Line = (maxLength: number, description: string) =>
  Type.String({ minLength: 1, maxLength, pattern: NOTE_NOT_BLANK, description });
const GroupReference = Type.String({
  pattern: '^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$',
  description: 'Small letters, digits and hyphens, 40 at most.',
  examples: ['night-shift'],
});
const GroupList = Type.Array(GroupReference, {
  maxItems: 20,
  uniqueItems: true,
  description: 'References of permission groups.',
});
/** Of an answer. A release may add to them without taking anything from whoever reads it. */
export const PermissionName = StringEnum(PERMISSIONS, { 'x-extensible-enum': true });
const Kind = StringEnum(['user', 'token'], { description: 'A person or a machine.' });
const Mode = StringEnum(['live', 'test'], { description: 'A test token reaches sandbox carriers only.' });
const Version = Type.Integer({ minimum: 1, description: 'Rises with each change; the ETag.' });
const SelfLink = Type.Object({ self: ref(Link) });

const pageOf = (item: TSchema, path: string, $id: string, description: string) =>
  Type.Object(
    { items: Type.Array(ref(item)), ...pageFields },
    { $id, description, examples: [pageExample(item['examples'][0], path)] },
  );

export const Caller = Type.Object(
  {
    id: Uuid,
    kind: Kind,
    name: Type.String(),
    email: Type.Optional(Type.String()),
    mode: Mode,
    tenant: Type.Object({ id: Uuid, name: Type.String() }),
    permissionGroups: Type.Array(Type.String()),
    permissions: Type.Array(PermissionName, { description: 'What the caller may do now, all bounds considered.' }),
  },
  { $id: 'Caller', description: 'Who is calling, and what he may do.', examples: [callerExample] },
);
export type CallerBody = Static<typeof Caller>;

const userFields = {
  permissionGroups: GroupList,
  active: Type.Boolean({ description: 'Whether the user may come in, and the tokens that he made with him.' }),
};

export const UserInput = Type.Object(userFields, {
  $id: 'UserInput',
  additionalProperties: false,
  description: 'What of a user is decided here; the rest is the identity provider’s.',
  examples: [userInputExample],
});

export const User = Type.Object(
  {
    id: Uuid,
    version: Version,
    name: Type.String(),
    email: Type.Optional(Type.String()),
    issuer: Type.String({ description: 'The identity provider.' }),
    subject: Type.String({ description: 'What the identity provider calls the user.' }),
    ...userFields,
    createdOn: Moment('When the user came in for the first time.'),
    updatedOn: Moment('When anything of the user last changed.'),
    _links: SelfLink,
  },
  { $id: 'User', description: 'A person.', examples: [userExample] },
);
export type UserBody = Static<typeof User>;

export const UserPage = pageOf(User, '/users', 'UserPage', 'One page of users, by name.');

export const ListUsersQuery = Type.Object(
  {
    email: Type.Optional(
      Type.String({
        maxLength: 254,
        pattern: NOTE,
        description: 'Exactly this address, in whatever case.',
      }),
    ),
    permissionGroup: Type.Optional(GroupReference),
    active: Type.Optional(Type.Boolean({ description: 'Whether they may come in.' })),
    limit: Limit,
    offset: Offset,
  },
  { additionalProperties: false },
);

export const TokenInput = Type.Object(
  {
    name: Line(100, 'What it is for.'),
    permissionGroups: Type.Array(GroupReference, {
      minItems: 1,
      maxItems: 20,
      uniqueItems: true,
      description: 'None of them may give more than the caller has.',
    }),
    mode: Type.Optional(
      StringEnum(['live', 'test'], { description: 'A test token reaches sandbox carriers only. Default live.' }),
    ),
    expiresOn: Type.Optional(Moment('From then on it is refused. Left out: never.')),
  },
  {
    $id: 'TokenInput',
    additionalProperties: false,
    description: 'A key for a machine.',
    examples: [tokenInputExample],
  },
);

const tokenFields = {
  id: Uuid,
  name: Type.String(),
  permissionGroups: Type.Array(Type.String()),
  mode: Mode,
  keyId: Type.String({ description: 'The part of the key that is no secret, after `sk_live_` or `sk_test_`.' }),
  expiresOn: Type.Optional(Moment('From then on it is refused.')),
  createdOn: Moment('When it was made.'),
  createdBy: Type.Optional(
    Type.Object({ kind: Kind, id: Uuid, name: Type.String() }, { description: 'Absent: made on the command line.' }),
  ),
  lastUsedOn: Type.Optional(Moment('To the minute. Absent: never used.')),
  _links: SelfLink,
};

export const Token = Type.Object(tokenFields, {
  $id: 'Token',
  description: 'A key for a machine, without its secret.',
  examples: [tokenExample],
});
export type TokenBody = Static<typeof Token>;

export const CreatedToken = Type.Object(
  {
    ...tokenFields,
    apiKey: Type.String({ description: 'The key itself. It is shown here and never again.' }),
  },
  { $id: 'CreatedToken', description: 'A new key for a machine, with its secret.', examples: [createdTokenExample] },
);

export const TokenPage = pageOf(Token, '/tokens', 'TokenPage', 'One page of tokens, newest first.');

export const ListTokensQuery = Type.Object(
  {
    permissionGroup: Type.Optional(GroupReference),
    mode: Type.Optional(Mode),
    createdById: Type.Optional(Type.String({ format: 'uuid', description: 'Made by this user or token.' })),
    expired: Type.Optional(Type.Boolean({ description: 'Whether they have expired.' })),
    limit: Limit,
    offset: Offset,
  },
  { additionalProperties: false },
);

const groupFields = {
  name: Line(100, 'For people.'),
  permissions: Type.Array(StringEnum(PERMISSIONS), {
    maxItems: 200,
    uniqueItems: true,
    description: 'Only such as the caller has.',
  }),
};

export const PermissionGroupInput = Type.Object(groupFields, {
  $id: 'PermissionGroupInput',
  additionalProperties: false,
  description: 'What a group gives.',
  examples: [groupInputExample],
});

export const NewPermissionGroup = Type.Object(
  { reference: GroupReference, ...groupFields },
  {
    $id: 'NewPermissionGroup',
    additionalProperties: false,
    description: 'A group of the tenant’s own. Its reference never changes.',
    examples: [newGroupExample],
  },
);

export const PermissionGroup = Type.Object(
  {
    reference: GroupReference,
    name: Type.String(),
    permissions: Type.Array(PermissionName),
    builtIn: Type.Boolean({ description: 'The same for every tenant, and not to be changed.' }),
    version: Type.Optional(
      Type.Integer({
        minimum: 1,
        description:
          'Rises with each change, also when a group is removed and one of the same reference is added; the ETag. Absent: built in.',
      }),
    ),
    createdOn: Type.Optional(Moment('Absent: built in.')),
    updatedOn: Type.Optional(Moment('Absent: built in.')),
    _links: SelfLink,
  },
  { $id: 'PermissionGroup', description: 'A named set of permissions.', examples: [groupExample] },
);
export type PermissionGroupBody = Static<typeof PermissionGroup>;

export const PermissionGroupPage = pageOf(
  PermissionGroup,
  '/permission-groups',
  'PermissionGroupPage',
  'One page of groups, the built-in ones first.',
);

export const ReferenceParams = Type.Object({ reference: GroupReference });
export const PageQuery = Type.Object({ limit: Limit, offset: Offset }, { additionalProperties: false });

/** Every schema with a name of its own, each after those it refers to. */
export const namedSchemas = [
  PageLinks,
  Caller,
  UserInput,
  User,
  UserPage,
  TokenInput,
  Token,
  CreatedToken,
  TokenPage,
  PermissionGroupInput,
  NewPermissionGroup,
  PermissionGroup,
  PermissionGroupPage,
  AuditEvent,
  AuditEventPage,
];
