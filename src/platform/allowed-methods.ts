import type { FastifyInstance } from 'fastify';
import findMyWay from 'find-my-way';
import { ProblemError } from './problem.ts';

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

/**
 * What to answer when no route fits: 405 with `Allow` (RFC 9110, section 15.5.6) where the path is known, else 404.
 * To be called before any route is added.
 */
export function routeProblems(app: FastifyInstance): (method: string, path: string) => ProblemError {
  // Fastify's own router cannot be asked about a method that it has no route for.
  const routes = findMyWay();
  app.addHook('onRoute', ({ method, url }) => {
    for (const one of METHODS.filter((known) => [method].flat().includes(known))) routes.on(one, url, () => undefined);
  });
  return (method, path) => {
    // The server as a whole (RFC 9110, section 7.1) is no path, though the router would take it for `/`.
    const allowed = path === '*' ? [] : METHODS.filter((known) => routes.find(known, path) !== null);
    return allowed.length === 0 ? noSuchRoute(method, path) : methodNotAllowed(method, path, allowed);
  };
}

function noSuchRoute(method: string, path: string): ProblemError {
  return new ProblemError({
    type: 'not-found',
    status: 404,
    title: 'Not Found',
    detail: `There is no ${method} ${path}. The API is described at /docs.`,
  });
}

function methodNotAllowed(method: string, path: string, allowed: readonly string[]): ProblemError {
  return new ProblemError({
    type: 'method-not-allowed',
    status: 405,
    title: 'Method Not Allowed',
    detail: `There is no ${method} ${path}, but ${allowed.join(', ')}.`,
    headers: { allow: allowed.join(', ') },
    extensions: { allowedMethods: allowed },
  });
}
