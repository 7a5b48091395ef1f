import type { Principal } from '../../platform/principal.ts';
import { type ExpectedVersion, notFound } from '../../platform/problem.ts';
import { addVersion } from './change-contract.ts';
import { checkContract } from './check-contract.ts';
import type { Contract } from './contract.ts';
import type { RatesDeps } from './deps.ts';
import { faultyFile, unreadableFile } from './errors.ts';
import { readGrid } from './read-grid.ts';
import { requireContract } from './require-contract.ts';
import { type SpreadsheetFormat, UnreadableSpreadsheet } from './spreadsheet.ts';
import type { ContractInput } from './v1/contract-schemas.ts';
import { writeGrid } from './write-grid.ts';

type ImportDeps = Pick<RatesDeps, 'db' | 'clock' | 'spreadsheets'>;
type Caller = Pick<Principal, 'tenantId'>;

interface Place {
  id: string;
  serviceLevelReference: string;
}

/**
 * Replaces the prices of one service level by those of a file, as a new version of the contract. Either all of the file is taken or nothing.
 * @throws unreadable-file, validation (400), not-found (404), contracts-overlap, contract-ended, concurrent-change (409),
 *   precondition-failed (412)
 */
export async function importPrices(
  deps: ImportDeps,
  caller: Caller,
  { id, serviceLevelReference }: Place,
  file: { format: SpreadsheetFormat; bytes: Uint8Array<ArrayBuffer> },
  expectedVersion?: ExpectedVersion,
): Promise<Contract> {
  const before = await requireContract(deps, caller, id);
  requireLevel(before, serviceLevelReference);
  const rows = await deps.spreadsheets.read(file.format, file.bytes).catch((error: unknown) => {
    throw error instanceof UnreadableSpreadsheet ? unreadableFile(error) : error;
  });
  const { prices, errors } = readGrid(
    rows,
    before.content.zones.map(({ reference }) => reference),
  );
  if (errors.length > 0) throw faultyFile(errors);
  const content: ContractInput = {
    ...before.content,
    serviceLevels: before.content.serviceLevels.map((level) =>
      level.reference === serviceLevelReference ? { ...level, prices } : level,
    ),
  };
  return addVersion(deps, before, { content, warnings: checkContract(content) }, expectedVersion);
}

/** The prices of one service level as a file that can be imported again. @throws not-found (404) */
export async function exportPrices(
  deps: ImportDeps,
  caller: Caller,
  { id, serviceLevelReference }: Place,
  format: SpreadsheetFormat,
): Promise<Uint8Array> {
  const contract = await requireContract(deps, caller, id);
  return deps.spreadsheets.write(format, writeGrid(requireLevel(contract, serviceLevelReference).prices));
}

function requireLevel({ id, content }: Contract, reference: string) {
  const level = content.serviceLevels.find((each) => each.reference === reference);
  if (level === undefined) throw notFound('service level', `${id}/${reference}`);
  return level;
}
