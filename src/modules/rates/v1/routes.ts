import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from '@sinclair/typebox';
import { announceVersions } from '../../../platform/etag.ts';
import { problems, ref } from '../../../platform/schema.ts';
import { calculateBatch } from '../calculate-batch.ts';
import { calculateRates } from '../calculate-rates.ts';
import type { RatesDeps } from '../deps.ts';
import { calculationTooLarge } from '../errors.ts';
import { listExchangeRates } from '../exchange-rate-repository.ts';
import { setExchangeRates } from '../set-exchange-rates.ts';
import {
  CalculateRequest,
  Calculation,
  type Calculation as CalculationBody,
  Calculations,
  CalculationsRequest,
} from './calculate-schemas.ts';
import { contractRoutes } from './contract-routes.ts';
import { answeredBatchExample } from './examples.ts';
import {
  ExchangeRatePage,
  ExchangeRates,
  ExchangeRatesInput,
  ListExchangeRatesQuery,
} from './exchange-rate-schemas.ts';
import { CALCULATIONS_PATH, presentPage } from './present.ts';
import { priceFileRoutes } from './price-file-routes.ts';
import { namedSchemas } from './schemas.ts';

/** Written item by item, each as the answer to it alone would be. */
const answered = Type.Unsafe<string>({ $ref: `${Calculations.$id}#` });
const asItIs = (text: unknown): string => String(text);

/** Everything under `/api/rates/v1`. */
export const routes =
  (deps: RatesDeps): FastifyPluginAsyncTypebox =>
  async (app) => {
    for (const schema of namedSchemas) app.addSchema(schema);
    announceVersions(app);
    await app.register(contractRoutes(deps));
    await app.register(priceFileRoutes(deps));

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
          response: { 200: ref(Calculation), ...problems(404, 413, 415, calculationTooLarge(999)) },
        },
        config: { permission: 'rates.rates:calculate' },
      },
      (req) => calculateRates(deps, req.principal, req.body),
    );

    app.post(
      '/calculations',
      {
        schema: {
          operationId: 'calculateBatch',
          summary: 'Calculate many',
          description:
            'Up to 1,000 calculations in one request, answered in the same order. An item that cannot be answered has its problem in its place. Counts as a bulk request.',
          tags: ['calculate'],
          body: ref(CalculationsRequest),
          response: {
            200: {
              description: 'Every answer.',
              content: { 'application/json': { schema: answered, example: answeredBatchExample } },
            },
            ...problems(413, 415),
          },
        },
        // Each item is validated by itself.
        validatorCompiler: () => () => true,
        config: { permission: 'rates.rates:calculate', rateLimitClass: 'bulk' },
      },
      async (req, reply) => {
        const serialise = reply.compileSerializationSchema(ref(Calculation)) as (
          calculation: CalculationBody,
        ) => string;
        const answer = await calculateBatch(deps, req.principal, req.body, { serialise, path: CALCULATIONS_PATH });
        return reply.type('application/json; charset=utf-8').serializer(asItIs).send(answer);
      },
    );

    app.put(
      '/exchange-rates',
      {
        schema: {
          operationId: 'setExchangeRates',
          summary: 'Set exchange rates',
          description:
            'What currencies are worth against one of them, from a day on. Another sheet for the same day replaces the rates that it names.',
          tags: ['exchange-rates'],
          body: ref(ExchangeRatesInput),
          response: { 200: ref(ExchangeRates), ...problems(413, 415) },
        },
        config: { permission: 'rates.exchange-rates:write' },
      },
      async (req) => ({ items: await setExchangeRates(deps, req.principal, req.body) }),
    );

    app.get(
      '/exchange-rates',
      {
        schema: {
          operationId: 'listExchangeRates',
          summary: 'List exchange rates',
          description: 'Every rate that was set, newest day first.',
          tags: ['exchange-rates'],
          querystring: ListExchangeRatesQuery,
          response: { 200: ref(ExchangeRatePage), ...problems() },
        },
        config: { permission: 'rates.exchange-rates:read' },
      },
      async (req) => {
        const { limit, offset, ...filters } = req.query;
        const found = await listExchangeRates(deps.db, req.principal.tenantId, req.query);
        return presentPage('/exchange-rates', filters, { ...found, limit, offset });
      },
    );
  };
