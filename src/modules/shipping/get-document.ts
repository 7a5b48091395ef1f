import type { Principal } from '../../platform/principal.ts';
import { notFound } from '../../platform/problem.ts';
import type { ShippingDeps } from './deps.ts';
import { type DocumentSummary, findDocument, listDocuments } from './document-repository.ts';
import { MEDIA_TYPES, type PrintedDocument } from './printed-document.ts';
import { requireShipment } from './require-shipment.ts';

/** The papers of the shipment's booking; none before it is accepted. @throws not-found (404) */
export async function listShipmentDocuments(
  deps: Pick<ShippingDeps, 'db'>,
  { tenantId }: Pick<Principal, 'tenantId'>,
  shipmentId: string,
): Promise<DocumentSummary[]> {
  const shipment = await requireShipment(deps, tenantId, shipmentId);
  return shipment.consignmentId === undefined
    ? []
    : listDocuments(deps.db, tenantId, shipmentId, shipment.consignmentId);
}

/** One paper as the carrier gave it. @throws not-found (404) */
export async function getDocument(
  deps: Pick<ShippingDeps, 'db'>,
  { tenantId }: Pick<Principal, 'tenantId'>,
  shipmentId: string,
  id: string,
): Promise<PrintedDocument> {
  const document = await findDocument(deps.db, tenantId, shipmentId, id);
  if (document === undefined) throw notFound('document', id);
  const { shipmentReference, kind, handlingUnitNumber, format, content } = document;
  const fileName = [shipmentReference, kind, handlingUnitNumber].filter((part) => part !== undefined).join('-');
  return { mediaType: MEDIA_TYPES[format], fileName: `${fileName}.${format}`, content };
}
