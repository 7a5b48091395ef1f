import { type Database, query, type Statement } from '../../platform/database.ts';
import type { DocumentFormat, DocumentKind } from './carriers/capabilities.ts';
import type { LabelFields } from './labels/label-fields.ts';

/** A label or a paper of a booking, as the carrier gave it. */
export interface ShipmentDocument {
  id: string;
  kind: DocumentKind;
  format: DocumentFormat;
  /** Absent: of the whole booking. */
  handlingUnitNumber?: number;
  content: Uint8Array;
}

/** The same without its content. */
export interface DocumentSummary extends Omit<ShipmentDocument, 'content'> {
  bytes: number;
}

const FIND_LABELS: Statement = {
  name: 'find-labels',
  text: `select l.fields from shipping.labels l
    where l.tenant_id = $1 and l.shipment_id = $2 and l.consignment_id = $3 order by l.handling_unit_number`,
};

/** What the labels say that are drawn here for a booking, in unit order. */
export async function findLabels(
  db: Database,
  tenantId: string,
  shipmentId: string,
  consignmentId: string,
): Promise<LabelFields[]> {
  const rows = await query<{ fields: LabelFields }>(db.pool, FIND_LABELS, [tenantId, shipmentId, consignmentId]);
  return rows.map((row) => row.fields);
}

const FIND_LABEL_DOCUMENTS: Statement = {
  name: 'find-label-documents',
  text: `select id, kind, format, handling_unit_number as "handlingUnitNumber", content from shipping.documents
    where tenant_id = $1 and shipment_id = $2 and consignment_id = $3 and kind = 'label'
    order by handling_unit_number nulls first, id`,
};

/** The labels that the carrier drew for a booking, in unit order. */
export async function findLabelDocuments(
  db: Database,
  tenantId: string,
  shipmentId: string,
  consignmentId: string,
): Promise<ShipmentDocument[]> {
  const rows = await query<DocumentRow<ShipmentDocument>>(db.pool, FIND_LABEL_DOCUMENTS, [
    tenantId,
    shipmentId,
    consignmentId,
  ]);
  return rows.map(withoutNull);
}

const ADD_LABELS: Statement = {
  name: 'add-label-documents',
  // The id is of the booking and what the label is: of two who fetched the same labels, the second writes nothing.
  text: `insert into shipping.documents (tenant_id, shipment_id, consignment_id, id, kind, format, handling_unit_number, content)
    select $1, $2, $3::uuid, md5(concat_ws(':', $3::uuid, d.place, d.format, d."handlingUnitNumber"))::uuid, d.kind, d.format, d."handlingUnitNumber", decode(d.content, 'base64')
    from jsonb_to_recordset($4::jsonb) as d(place int, kind text, format text, "handlingUnitNumber" int, content text)
    on conflict do nothing`,
};

/** Keeps labels that the carrier gave when it was asked for them again. Repeating it changes nothing. */
export async function addLabelDocuments(
  db: Database,
  { tenantId, shipmentId, consignmentId }: { tenantId: string; shipmentId: string; consignmentId: string },
  documents: readonly Omit<ShipmentDocument, 'id'>[],
): Promise<void> {
  const rows = documents.map((document, place) => ({
    ...document,
    place,
    content: Buffer.from(document.content).toString('base64'),
  }));
  await query(db.pool, ADD_LABELS, [tenantId, shipmentId, consignmentId, JSON.stringify(rows)]);
}

const LIST: Statement = {
  name: 'list-documents',
  text: `select d.id, d.kind, d.format, d.handling_unit_number as "handlingUnitNumber", length(d.content) as bytes
    from shipping.documents d
    where d.tenant_id = $1 and d.shipment_id = $2 and d.consignment_id = $3 order by d.handling_unit_number nulls first, d.id`,
};

/** Every document of a booking, without the contents. */
export async function listDocuments(
  db: Database,
  tenantId: string,
  shipmentId: string,
  consignmentId: string,
): Promise<DocumentSummary[]> {
  const rows = await query<DocumentRow<DocumentSummary>>(db.pool, LIST, [tenantId, shipmentId, consignmentId]);
  return rows.map(withoutNull);
}

const FIND: Statement = {
  name: 'find-document',
  text: `select d.id, d.kind, d.format, d.handling_unit_number as "handlingUnitNumber", d.content, s.reference as "shipmentReference"
    from shipping.documents d join shipping.shipments s on s.tenant_id = d.tenant_id and s.id = d.shipment_id
    where d.tenant_id = $1 and d.shipment_id = $2 and d.id = $3`,
};

type NamedDocument = ShipmentDocument & { shipmentReference: string };

export async function findDocument(
  db: Database,
  tenantId: string,
  shipmentId: string,
  id: string,
): Promise<NamedDocument | undefined> {
  const [row] = await query<DocumentRow<NamedDocument>>(db.pool, FIND, [tenantId, shipmentId, id]);
  return row === undefined ? undefined : withoutNull(row);
}

type DocumentRow<Of extends { handlingUnitNumber?: number }> = Omit<Of, 'handlingUnitNumber'> & {
  handlingUnitNumber: number | null;
};

function withoutNull<Of extends { handlingUnitNumber?: number }>(row: DocumentRow<Of>): Of {
  const { handlingUnitNumber, ...rest } = row;
  return { ...rest, ...(handlingUnitNumber === null ? {} : { handlingUnitNumber }) } as Of;
}
