import type { Principal } from '../../platform/principal.ts';

/** A machine's key. Its groups never change; what it may do is what they give, and what everything that bounds it gives too. */
export interface ApiToken {
  tenantId: string;
  id: string;
  /** The public part of the key. */
  keyId: string;
  secretHash: Uint8Array;
  name: string;
  mode: 'live' | 'test';
  permissionGroups: readonly string[];
  createdOn: Date;
  /** Absent: made on the command line. */
  createdBy?: TokenMaker;
  /** The user at the beginning of the chain of makers: the token never gives more than this user has at the moment of its use. */
  makerUserId?: string;
  /** The groups of tokens in that chain, where they are others: each list bounds it further. */
  limits: readonly (readonly string[])[];
  expiresOn?: Date;
  revokedOn?: Date;
  lastUsedOn?: Date;
}

export type TokenMaker = Pick<Principal, 'kind' | 'id' | 'name'>;

/** By what a token that another token makes is bounded. */
export function limitsUnder(maker: ApiToken, permissionGroups: readonly string[]): readonly (readonly string[])[] {
  const isBoundedAlready = permissionGroups.every((group) => maker.permissionGroups.includes(group));
  return isBoundedAlready ? maker.limits : [...maker.limits, maker.permissionGroups];
}
