import { createServer, type Server } from 'node:http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Metrics } from './metrics.ts';

/** Times a request that has been answered. */
export function observeRequest(metrics: Metrics, request: FastifyRequest, reply: FastifyReply): void {
  // Whatever has no route has one label, or every path that somebody tries would be kept for ever.
  const route = request.routeOptions.url ?? 'none';
  const status = `${Math.floor(reply.statusCode / 100)}xx`;
  const method = request.routeOptions.url === undefined ? 'any' : request.method;
  metrics.requestSeconds.observe({ method, route, status }, reply.elapsedTime / 1_000);
}

/**
 * Serves `/metrics` in Prometheus' text format: on the API's own port, or, given METRICS_PORT, only
 * there. Nothing in it names a tenant, so that it asks for no credentials; who may reach it is the network's to say.
 */
export function registerMetrics(app: FastifyInstance, metrics: Metrics): void {
  const config = { permission: 'public', rateLimitClass: 'exempt' as const };
  app.get('/metrics', { schema: { hide: true }, config }, async (_request, reply) => {
    return reply.type(metrics.registry.contentType).send(await metrics.registry.metrics());
  });
}

/** Metrics on a port of their own, beside an API that the world can reach. It keeps no process alive. */
export async function listenForMetrics(metrics: Metrics, address: { host: string; port: number }): Promise<Server> {
  const server = createServer((request, response) => {
    if (!/^(?:GET|HEAD)$/.test(request.method ?? '') || request.url?.split('?', 1)[0] !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    metrics.registry.metrics().then(
      (text) => response.writeHead(200, { 'content-type': metrics.registry.contentType }).end(text),
      () => response.writeHead(500).end(),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(address.port, address.host, resolve);
  });
  return server.unref();
}
