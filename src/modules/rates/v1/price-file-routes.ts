import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from '@sinclair/typebox';
import { versionFromIfMatch } from '../../../platform/etag.ts';
import { ProblemError } from '../../../platform/problem.ts';
import { problems, ref, StringEnum, Uuid } from '../../../platform/schema.ts';
import { buildValidator } from '../../../platform/validation.ts';
import type { RatesDeps } from '../deps.ts';
import { faultyFile, unreadableFile } from '../errors.ts';
import { exportPrices, importPrices } from '../import-prices.ts';
import type { SpreadsheetFormat } from '../spreadsheet.ts';
import { ENDED, OVERLAP } from './failures.ts';
import { ShipmentReferences } from './field-schemas.ts';
import { presentChange } from './present.ts';
import { ContractChange, IF_MATCH } from './schemas.ts';

const MEDIA_TYPES = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const satisfies Record<SpreadsheetFormat, string>;

/** A workbook of 100,000 prices has half a megabyte, as CSV too. */
const MAX_FILE_BYTES = 8 * 1024 * 1024;

const Params = Type.Object({ id: Uuid, serviceLevelReference: ShipmentReferences.serviceLevelReference });
const PATH = '/contracts/:id/service-levels/:serviceLevelReference/prices';
const file = { schema: Type.String({ format: 'binary' }) };
const files = { [MEDIA_TYPES.csv]: file, [MEDIA_TYPES.xlsx]: file };

const ExportQuery = Type.Object(
  { format: StringEnum(['csv', 'xlsx'], { default: 'csv', description: 'The form of the file.' }) },
  { additionalProperties: false },
);

const IMPORT_FAILURES = [
  unreadableFile(new Error('It is no workbook.')),
  faultyFile([
    { field: 'C2', pointer: '/rows/2/columns/3', row: 2, column: 3, message: 'Must be an amount, for example 9.50.' },
  ]),
  OVERLAP,
  ENDED,
];

interface PriceFile {
  format: SpreadsheetFormat;
  bytes: Uint8Array<ArrayBuffer>;
}

/** @throws unsupported-media-type (415) where there is no body */
function fileOf(body: unknown): PriceFile {
  if (typeof body !== 'object' || body === null) throw notAFile();
  return body as PriceFile;
}

function notAFile(): ProblemError {
  return new ProblemError({
    type: 'unsupported-media-type',
    status: 415,
    title: 'Unsupported Media Type',
    detail: `Send the file as Content-Type: ${MEDIA_TYPES.csv} or ${MEDIA_TYPES.xlsx}.`,
  });
}

/** The prices of a service level as a file: in a scope of its own, because only here a body may be one. */
export const priceFileRoutes =
  (deps: RatesDeps): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('*', (_request, _body, done) => done(notAFile()));
    for (const [format, mediaType] of Object.entries(MEDIA_TYPES) as [SpreadsheetFormat, string][]) {
      app.addContentTypeParser(mediaType, { parseAs: 'buffer', bodyLimit: MAX_FILE_BYTES }, (request, body, done) => {
        if (request.headers['idempotency-key'] !== undefined) request.bodyBytes = body as Buffer;
        done(null, { format, bytes: new Uint8Array(body as Buffer) });
      });
    }

    app.put(
      PATH,
      {
        bodyLimit: MAX_FILE_BYTES,
        schema: {
          operationId: 'importPrices',
          summary: 'Import prices',
          description:
            'Replaces the prices of a service level by a grid of zones and weights, as CSV or as the first sheet of a workbook, and makes a new version of the contract. All of the file is taken, or nothing; every error has its row and column. Counts as a bulk request.',
          tags: ['contracts'],
          params: Params,
          headers: IF_MATCH,
          body: { content: files },
          response: { 200: ref(ContractChange), ...problems(404, 409, 412, 413, 415, ...IMPORT_FAILURES) },
        },
        // What a file says is checked by whoever reads it.
        validatorCompiler: (part) => (part.httpPart === 'body' ? () => true : buildValidator({})(part)),
        config: { permission: 'rates.contracts:write', rateLimitClass: 'bulk' },
      },
      (req) =>
        importPrices(
          deps,
          req.principal,
          req.params,
          fileOf(req.body),
          versionFromIfMatch(req.headers['if-match']),
        ).then(presentChange),
    );

    app.get(
      PATH,
      {
        schema: {
          operationId: 'exportPrices',
          summary: 'Export prices',
          description: 'The prices of a service level as a grid that can be imported again.',
          tags: ['contracts'],
          params: Params,
          querystring: ExportQuery,
          response: {
            200: {
              description: 'The grid; `Content-Disposition` names it `prices.csv` or `prices.xlsx`.',
              content: files,
            },
            ...problems(404),
          },
        },
        config: { permission: 'rates.contracts:read' },
      },
      async (req, reply) => {
        const { format } = req.query;
        const bytes = await exportPrices(deps, req.principal, req.params, format);
        return reply
          .type(format === 'csv' ? `${MEDIA_TYPES.csv}; charset=utf-8` : MEDIA_TYPES.xlsx)
          .header('content-disposition', `attachment; filename="prices.${format}"`)
          .send(Buffer.from(bytes) as never);
      },
    );
  };
