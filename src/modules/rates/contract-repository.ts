import { auditRecords, insertAudit } from '../../platform/audit.ts';
import { conclude } from '../../platform/conclude.ts';
import { type Database, query, type Statement } from '../../platform/database.ts';
import { hasCode } from '../../platform/error-code.ts';
import { type DomainEvent, insertEvents } from '../../platform/events.ts';
import type { Contract, ContractHeader, ContractRecord } from './contract.ts';
import { contractsOverlap, type OverlappingContract } from './errors.ts';
import { subjectOf } from './events.ts';
import type { ContractInput } from './v1/contract-schemas.ts';

interface RecordRow {
  id: string;
  reference: string;
  carrierReference: string;
  currency: string;
  validFrom: string;
  validTo: string | null;
  endedFrom: string | null;
  serviceLevels: string[];
  version: number;
  eventSequence: number;
  createdOn: Date;
  updatedOn: Date;
}

type ContractRow = RecordRow & { content: ContractInput; warnings: Contract['warnings']; versionedOn: Date };

/** `c` is rates.contracts. Days as text: a day has no time zone, and a JavaScript date does. */
const HEADER_COLUMNS = `c.id, c.reference, c.carrier_reference as "carrierReference", c.currency, c.version,
  c.valid_from::text as "validFrom", c.valid_to::text as "validTo", c.ended_from::text as "endedFrom"`;
const COLUMNS = `${HEADER_COLUMNS}, c.service_levels as "serviceLevels", c.event_sequence as "eventSequence",
  c.created_on as "createdOn", c.updated_on as "updatedOn"`;

const FIND: Statement = {
  name: 'find-contract',
  text: `select ${COLUMNS}, v.content, v.warnings, v.created_on as "versionedOn", v.version
    from rates.contracts c join rates.contract_versions v
      on v.tenant_id = c.tenant_id and v.contract_id = c.id and v.version = coalesce($3, c.version)
    where c.tenant_id = $1 and c.id = $2`,
};

/** @param version default: the newest */
export async function findContract(
  db: Database,
  tenantId: string,
  id: string,
  version?: number,
): Promise<Contract | undefined> {
  const [row] = await query<ContractRow>(db.pool, FIND, [tenantId, id, version ?? null]);
  if (row === undefined) return undefined;
  const { content, warnings, versionedOn } = row;
  return { ...toRecord(tenantId, row), updatedOn: versionedOn, content, warnings };
}

const LIST: Statement = {
  name: 'list-contracts',
  text: `with found as (
      select * from rates.contracts c where c.tenant_id = $1
        and ($2::text is null or c.carrier_reference = $2)
        and ($3::text is null or c.reference = $3)
        and ($4::date is null or (c.valid_from <= $4 and (c.valid_to is null or c.valid_to >= $4)
          and (c.ended_from is null or c.ended_from > $4))))
    select counted.total, page.* from (select count(*)::int as total from found) as counted
    left join (select ${COLUMNS} from found c order by c.reference, c.valid_from, c.id limit $5 offset $6) as page on true
    order by page.reference, page."validFrom", page.id`,
};

export async function listContracts(
  db: Database,
  tenantId: string,
  filter: { carrierReference?: string; reference?: string; validOn?: string; limit: number; offset: number },
): Promise<{ items: ContractRecord[]; total: number }> {
  const { carrierReference = null, reference = null, validOn = null, limit, offset } = filter;
  const rows = await query<RecordRow & { total: number }>(db.pool, LIST, [
    tenantId,
    carrierReference,
    reference,
    validOn,
    limit,
    offset,
  ]);
  return {
    items: rows.filter((row) => row.id !== null).map((row) => toRecord(tenantId, row)),
    total: rows[0]?.total ?? 0,
  };
}

const HEADERS: Statement = {
  name: 'list-contract-headers',
  text: `select ${HEADER_COLUMNS} from rates.contracts c
    where c.tenant_id = $1 and ($2::text is null or c.carrier_reference = $2)
    order by c.reference, c.valid_from, c.id`,
};

/** What a calculation has to know of the tenant's contracts before it knows which of them it needs. */
export async function listContractHeaders(
  db: Database,
  tenantId: string,
  carrierReference: string | undefined,
): Promise<ContractHeader[]> {
  const rows = await query<RecordRow>(db.pool, HEADERS, [tenantId, carrierReference ?? null]);
  return rows.map(toHeader);
}

const CONTENTS: Statement = {
  name: 'find-contract-contents',
  text: `select v.contract_id as id, v.version, v.content from rates.contract_versions v
    join unnest($2::uuid[], $3::int[]) as wanted(id, version) on v.contract_id = wanted.id and v.version = wanted.version
    where v.tenant_id = $1`,
};

/** What versions of contracts say. */
export function findContents(
  db: Database,
  tenantId: string,
  wanted: readonly Pick<ContractHeader, 'id' | 'version'>[],
): Promise<{ id: string; version: number; content: ContractInput }[]> {
  return query(db.pool, CONTENTS, [tenantId, wanted.map(({ id }) => id), wanted.map(({ version }) => version)]);
}

const INSERT: Statement = {
  name: 'insert-contract',
  text: `with c as (
      insert into rates.contracts (tenant_id, id, reference, carrier_reference, currency, valid_from, valid_to, service_levels,
        version, event_sequence, created_on, updated_on)
      values ($1, $2, $3, $4, $5, $6, $7, $8, 1, $9, $10, $10) returning id),
    versioned as (
      insert into rates.contract_versions (tenant_id, contract_id, version, content, warnings, created_on)
      select $1, $2, 1, $11, $12, $10 from c),
    events as (${insertEvents('$1', '$13', 'c')}),
    audit as (${insertAudit('$1', '$14', 'c')})
    select id from c`,
};

/** @throws contracts-overlap (409) */
export async function insertContract(db: Database, contract: Contract, event: DomainEvent): Promise<void> {
  const audit = auditRecords([{ resource: subjectOf(contract.id), eventAfter: contract.eventSequence }]);
  const values = [
    ...toColumns(contract),
    contract.eventSequence,
    contract.updatedOn,
    JSON.stringify(contract.content),
    JSON.stringify(contract.warnings),
    JSON.stringify([event]),
    audit,
  ];
  await asOverlap(db, contract, () => conclude(db, INSERT, values, (rows) => rows.length === 1));
}

const SAVE: Statement = {
  name: 'save-contract',
  text: `with c as (
      update rates.contracts set reference = $3, carrier_reference = $4, currency = $5, valid_from = $6, valid_to = $7,
        service_levels = $8, event_sequence = $9, updated_on = $10, version = version + 1
      where tenant_id = $1 and id = $2 and version = $15 and ended_from is null returning id, version),
    versioned as (
      insert into rates.contract_versions (tenant_id, contract_id, version, content, warnings, created_on)
      select $1, $2, version, $11, $12, $10 from c),
    events as (${insertEvents('$1', '$13', 'c')}),
    audit as (${insertAudit('$1', '$14', 'c')})
    select id from c`,
};

/** Adds a version. @returns false when the contract is no longer at the version before. @throws contracts-overlap (409) */
export async function saveContract(
  db: Database,
  before: ContractRecord,
  after: Contract,
  event: DomainEvent,
): Promise<boolean> {
  const values = [
    ...toColumns(after),
    after.eventSequence,
    after.updatedOn,
    JSON.stringify(after.content),
    JSON.stringify(after.warnings),
    JSON.stringify([event]),
    auditRecords([auditedChange(before, after)]),
    before.version,
  ];
  const rows = await asOverlap(db, after, () => conclude(db, SAVE, values, (saved) => saved.length === 1));
  return rows.length === 1;
}

const END: Statement = {
  name: 'end-contract',
  text: `with c as (
      update rates.contracts set ended_from = $3, event_sequence = $4, updated_on = $5
      where tenant_id = $1 and id = $2 and version = $6 and ended_from is null returning id),
    events as (${insertEvents('$1', '$7', 'c')}),
    audit as (${insertAudit('$1', '$8', 'c')})
    select id from c`,
};

/** @returns false when the contract is no longer as it was read. */
export async function saveEnd(
  db: Database,
  before: ContractRecord,
  after: ContractRecord,
  event: DomainEvent,
): Promise<boolean> {
  const values = [
    after.tenantId,
    after.id,
    after.endedFrom,
    after.eventSequence,
    after.updatedOn,
    before.version,
    JSON.stringify([event]),
    auditRecords([auditedChange(before, after)]),
  ];
  const rows = await conclude(db, END, values, (ended) => ended.length === 1);
  return rows.length === 1;
}

const OVERLAPPING: Statement = {
  name: 'find-overlapping-contract',
  text: `select ${HEADER_COLUMNS} from rates.contracts c
    where c.tenant_id = $1 and c.id <> $2 and c.reference = $3 and (c.ended_from is null or c.ended_from > c.valid_from)
      and daterange(c.valid_from, least(c.valid_to + 1, c.ended_from), '[)') && daterange($4, $5::date + 1, '[)')
    order by c.valid_from limit 1`,
};

/** PostgreSQL's code for a broken exclusion constraint. */
const EXCLUDED = '23P01';

async function asOverlap<Result>(
  db: Database,
  contract: ContractRecord,
  write: () => Promise<Result>,
): Promise<Result> {
  try {
    return await write();
  } catch (error) {
    if (!hasCode(error, EXCLUDED)) throw error;
    const { tenantId, id, reference, validFrom, validTo = null } = contract;
    const [other] = await query<RecordRow>(db.pool, OVERLAPPING, [tenantId, id, reference, validFrom, validTo]);
    throw contractsOverlap(
      reference,
      other === undefined ? undefined : (toHeader(other) satisfies OverlappingContract),
    );
  }
}

function auditedChange(before: ContractRecord, after: ContractRecord) {
  return { resource: subjectOf(after.id), eventBefore: before.eventSequence, eventAfter: after.eventSequence };
}

/** The first eight parameters of the statements above. */
function toColumns(contract: ContractRecord): unknown[] {
  const { tenantId, id, reference, carrierReference, currency, validFrom, validTo = null, serviceLevels } = contract;
  return [tenantId, id, reference, carrierReference, currency, validFrom, validTo, [...serviceLevels]];
}

function toHeader({ id, reference, carrierReference, currency, version, validFrom, validTo, endedFrom }: RecordRow) {
  return {
    id,
    reference,
    carrierReference,
    currency,
    version,
    validFrom,
    ...(validTo === null ? {} : { validTo }),
    ...(endedFrom === null ? {} : { endedFrom }),
  };
}

function toRecord(tenantId: string, row: RecordRow): ContractRecord {
  const { serviceLevels, eventSequence, createdOn, updatedOn } = row;
  return { tenantId, ...toHeader(row), serviceLevels, eventSequence, createdOn, updatedOn };
}
