import { fetchJson } from '../../platform/fetch-json.ts';
import type { Authorize } from '../../platform/principal.ts';
import { decisionUnavailable } from './errors.ts';

const LIMITS = { timeoutMs: 1_000, maxBytes: 64 * 1024 };

/**
 * The decision of an Open Policy Agent by its data API (POST /v1/data/viya/authz/allow). Only `true` allows; `false`, and a policy that
 * says nothing, do not. Whatever is no decision (silence, an error, another document) is none of ours to replace: nothing is done then.
 */
export function createOpaDecision(opaUrl: string): Authorize {
  const url = `${opaUrl}/v1/data/viya/authz/allow`;
  return async (
    { tenantId, id, kind, name, mode, permissionGroups, grants, tenantGroups },
    { permission, method, path },
  ) => {
    const principal = { id, kind, name, mode, permissionGroups, grants };
    const tenant = { id: tenantId, permissionGroups: tenantGroups };
    const input = { principal, tenant, permission, method, path: path.split('/').slice(1) };
    const answer = await fetchJson(url, { ...LIMITS, body: { input } }).catch((cause: unknown) => {
      throw decisionUnavailable(cause);
    });
    const result =
      answer !== null && typeof answer === 'object' && !Array.isArray(answer)
        ? (answer as { result?: unknown }).result
        : null;
    if (result !== undefined && typeof result !== 'boolean')
      throw decisionUnavailable(new Error('the answer is no decision'));
    return result ?? false;
  };
}
