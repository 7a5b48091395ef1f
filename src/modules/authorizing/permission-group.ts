/** A tenant's own group. */
export interface PermissionGroup {
  tenantId: string;
  /** What users and tokens hold. It never changes. */
  reference: string;
  name: string;
  permissions: readonly string[];
  /** Rises with each change, and goes on when a group of this reference is made again. */
  version: number;
  createdOn: Date;
  updatedOn: Date;
}
