import type { Database } from '../../platform/database.ts';

export interface ApiToken {
  tenantId: string;
  id: string;
  keyId: string;
  secretHash: Uint8Array;
  name: string;
  mode: 'live' | 'test';
  permissionGroups: readonly string[];
  createdOn: Date;
  expiresOn?: Date;
  revokedOn?: Date;
}

export async function insertTenant(db: Database, tenant: { id: string; name: string; createdOn: Date }): Promise<void> {
  await db.prisma.tenant.create({ data: tenant });
}

export async function tenantExists(db: Database, id: string): Promise<boolean> {
  return (await db.prisma.tenant.count({ where: { id } })) > 0;
}

/** Whether this installation has any tenant yet. */
export async function hasTenants(db: Database): Promise<boolean> {
  return (await db.prisma.tenant.findFirst({ select: { id: true } })) !== null;
}

export async function insertToken(db: Database, token: ApiToken): Promise<void> {
  await db.prisma.apiToken.create({
    data: { ...token, secretHash: Uint8Array.from(token.secretHash), permissionGroups: [...token.permissionGroups] },
  });
}

/** Before the tenant is known: by the public part of the key. */
export async function findTokenByKeyId(db: Database, keyId: string): Promise<ApiToken | undefined> {
  const row = await db.prisma.apiToken.findUnique({ where: { keyId } });
  if (row === null) return undefined;
  const { expiresOn, revokedOn, lastUsedOn: _lastUsed, ...token } = row;
  return { ...token, ...(expiresOn === null ? {} : { expiresOn }), ...(revokedOn === null ? {} : { revokedOn }) };
}
