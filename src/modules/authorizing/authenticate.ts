import type { Authenticate, Identify, Principal } from '../../platform/principal.ts';
import { apiKeyAsBearer, unauthenticated } from './errors.ts';

/** Longer than any token that is worth reading; Node's limit on all headers together is 16 KiB. */
const CREDENTIALS = /^(ApiKey|Bearer) +(\S{1,12000})$/i;

const API_KEY = /^sk_(?:live|test)_/;

/** Checks the Authorization header: an API key of this installation, or a JWT of one of its identity providers. */
export function createAuthenticate(schemes: {
  apiKey: (key: string) => Principal | Promise<Principal>;
  bearer: (token: string) => Principal | Promise<Principal>;
}): Authenticate {
  return (authorization) => {
    const { scheme, credentials } = read(authorization);
    if (scheme === undefined || credentials === undefined) throw unauthenticated();
    if (scheme === 'apikey') return schemes.apiKey(credentials);
    if (API_KEY.test(credentials)) throw apiKeyAsBearer();
    return schemes.bearer(credentials);
  };
}

/** Only a JWT says by itself whom it names, and proves it. */
export function createIdentify(bearer: (token: string) => Promise<string | undefined>): Identify {
  return async (authorization) => {
    const { scheme, credentials } = read(authorization);
    return scheme === 'bearer' && credentials !== undefined ? bearer(credentials) : undefined;
  };
}

function read(authorization: string | undefined): { scheme?: string | undefined; credentials?: string | undefined } {
  const [, scheme, credentials] = CREDENTIALS.exec(authorization ?? '') ?? [];
  return { scheme: scheme?.toLowerCase(), credentials };
}
