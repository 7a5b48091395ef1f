/** A tenant's own group. */
export interface PermissionGroup {
  tenantId: string;
  /** What users and tokens hold. It never changes. */
  reference: string;
  name: string;
  permissions: readonly string[];
  version: number;
  createdOn: Date;
  updatedOn: Date;
}
