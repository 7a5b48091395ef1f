import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { announceVersions } from '../../../platform/etag.ts';
import { problems, ref } from '../../../platform/schema.ts';
import { calculateRates } from '../calculate-rates.ts';
import type { RatesDeps } from '../deps.ts';
import { contractRoutes } from './contract-routes.ts';
import { CalculateRequest, Calculation, namedSchemas } from './schemas.ts';

/** Everything under `/api/rates/v1`. */
export const routes =
  (deps: RatesDeps): FastifyPluginAsyncTypebox =>
  async (app) => {
    for (const schema of namedSchemas) app.addSchema(schema);
    announceVersions(app);
    await app.register(contractRoutes(deps));

    app.post(
      '/calculate',
      {
        schema: {
          operationId: 'calculateRates',
          summary: 'Calculate rates',
          description:
            'What a shipment costs with every contract, cheapest first, each explained line by line. Changes nothing; the same question to the same contract version has the same answer for ever.',
          tags: ['calculate'],
          body: ref(CalculateRequest),
          response: { 200: ref(Calculation), ...problems(404, 413, 415) },
        },
        config: { permission: 'rates.rates:calculate' },
      },
      (req) => calculateRates(deps, req.principal, req.body),
    );
  };
