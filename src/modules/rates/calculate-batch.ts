import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Principal } from '../../platform/principal.ts';
import { notFound, ProblemError, problemDocument, problemField, validationProblem } from '../../platform/problem.ts';
import { buildValidator, RequestInvalid } from '../../platform/validation.ts';
import { answerQuestion } from './answer-question.ts';
import { today } from './calculate-rates.ts';
import { checkQuestion } from './check-question.ts';
import { checkValidity } from './contract.ts';
import { listContractHeaders } from './contract-repository.ts';
import type { ExchangeRate } from './convert-currency.ts';
import type { RatesDeps } from './deps.ts';
import { batchTooLarge } from './errors.ts';
import { findExchangeRates } from './exchange-rate-repository.ts';
import {
  type CalculateRequest,
  CalculateRequest as CalculateSchema,
  type Calculation,
} from './v1/calculate-schemas.ts';
import { namedSchemas } from './v1/schemas.ts';

type BatchDeps = Pick<RatesDeps, 'db' | 'clock' | 'contracts' | 'findShipments' | 'problemBaseUrl'>;

const MAX_ITEMS = 1_000;
/** Of the answer, in characters. What does not fit is asked again. */
const MAX_ANSWER = 32 * 1024 * 1024;
/** How long other requests wait for this one at most before they get a turn. */
const TURN_MS = 10;

/**
 * Prices many shipments, each by itself: what is wrong with one is said in its place and does not touch the others.
 * `serialise` is how an answer to one item is written, `path` where it was asked.
 * @returns the JSON of the whole answer @throws validation (400) when it is no list of items
 */
export async function calculateBatch(
  deps: BatchDeps,
  { tenantId }: Pick<Principal, 'tenantId'>,
  body: unknown,
  { serialise, path }: { serialise: (calculation: Calculation) => string; path: string },
): Promise<string> {
  const items = itemsOf(body);
  const day = today(deps);
  const questions = items.map(readItem);
  const sound = questions.filter((question): question is CalculateRequest => !(question instanceof ProblemError));
  const shipmentIds = sound.flatMap(({ shipmentId }) => (shipmentId === undefined ? [] : [shipmentId.toLowerCase()]));
  const dates = [...new Set(sound.map(({ date = day }) => date))];
  const [headers, shipments] = await Promise.all([
    sound.length === 0 ? [] : listContractHeaders(deps.db, tenantId, undefined),
    shipmentIds.length === 0 ? new Map() : deps.findShipments(tenantId, shipmentIds),
  ]);
  const valid = headers.filter((header) => dates.some((date) => checkValidity(header, date) === undefined));
  const contracts = await deps.contracts.load(tenantId, valid);
  const exchangeRates = createDailyRates(deps, tenantId);

  const answer = async (question: CalculateRequest): Promise<string> => {
    const {
      shipmentId,
      addresses,
      handlingUnits,
      date = day,
      currency,
      carrierReference,
      serviceLevelReference,
    } = question;
    const given = addresses !== undefined && handlingUnits !== undefined ? { addresses, handlingUnits } : undefined;
    const shipment = given ?? shipments.get((shipmentId ?? '').toLowerCase());
    if (shipment === undefined) throw notFound('shipment', shipmentId ?? '');
    const calculation = answerQuestion(
      { headers, contracts, quotes: [], exchangeRates: currency === undefined ? [] : await exchangeRates(date) },
      {
        shipment,
        date,
        currency,
        ...(carrierReference === undefined ? {} : { carrierReference }),
        ...(serviceLevelReference === undefined ? {} : { serviceLevelReference }),
      },
    );
    return serialise(calculation);
  };

  const written: string[] = [];
  let length = 0;
  let turnEnds = performance.now() + TURN_MS;
  for (const [index, question] of questions.entries()) {
    const text = await tryTo(
      () => {
        if (question instanceof ProblemError) throw question;
        if (length > MAX_ANSWER) throw batchTooLarge();
        return answer(question);
      },
      (problem) => JSON.stringify(problemDocument(problem, deps.problemBaseUrl, `${path}#/items/${index}`)),
    );
    length += text.length;
    written.push(text);
    if (performance.now() > turnEnds) {
      await nextTurn();
      turnEnds = performance.now() + TURN_MS;
    }
  }
  return `{"items":[${written.join(',')}]}`;
}

function itemsOf(body: unknown): unknown[] {
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw validationProblem([problemField([], 'Must be an object: send {"items": [...]}.')]);
  const unknown = Object.keys(body).find((name) => name !== 'items');
  if (unknown !== undefined)
    throw validationProblem([problemField([unknown], 'Is not a known field here. Check its spelling and its place.')]);
  const { items } = body as { items?: unknown };
  if (Array.isArray(items) && items.length >= 1 && items.length <= MAX_ITEMS) return items;
  throw validationProblem([problemField(['items'], `Must be a list of 1 to ${MAX_ITEMS} items.`)]);
}

let validateItem: ((item: unknown) => unknown) | undefined;

/** The item when it is one that can be asked, or what is wrong with it. */
function readItem(item: unknown): CalculateRequest | ProblemError {
  validateItem ??= compileItemValidator();
  const { error } = validateItem(item) as { error?: unknown };
  if (error instanceof RequestInvalid) return validationProblem(error.fields);
  const question = item as CalculateRequest;
  try {
    checkQuestion(question);
    if (question.sources?.includes('carrier') ?? false) {
      const message = 'Carriers are asked about one shipment at a time: send it to /calculate.';
      throw validationProblem([problemField(['sources'], message)]);
    }
    return question;
  } catch (problem) {
    if (problem instanceof ProblemError) return problem;
    throw problem;
  }
}

/** The framework's own refuses the whole body for one wrong item. */
function compileItemValidator(): (item: unknown) => unknown {
  const schemas = Object.fromEntries(namedSchemas.map((schema) => [String(schema.$id), schema]));
  return buildValidator(schemas)({ schema: CalculateSchema, method: 'POST', url: '/calculations', httpPart: 'body' });
}

async function tryTo(work: () => Promise<string>, otherwise: (problem: ProblemError) => string): Promise<string> {
  try {
    return await work();
  } catch (problem) {
    if (problem instanceof ProblemError) return otherwise(problem);
    throw problem;
  }
}

/** Each day is looked up once. */
function createDailyRates(deps: BatchDeps, tenantId: string): (date: string) => Promise<ExchangeRate[]> {
  const known = new Map<string, Promise<ExchangeRate[]>>();
  return (date) => {
    const found = known.get(date) ?? findExchangeRates(deps.db, tenantId, date);
    known.set(date, found);
    return found;
  };
}
