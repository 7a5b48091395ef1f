/** A person, as an identity provider names him. */
export interface User {
  tenantId: string;
  id: string;
  issuer: string;
  subject: string;
  name: string;
  email?: string;
  permissionGroups: readonly string[];
  active: boolean;
  /** Rises with each change. */
  version: number;
  createdOn: Date;
  updatedOn: Date;
}
