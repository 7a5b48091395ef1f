import type { Principal } from '../../platform/principal.ts';
import { problemField, validationProblem } from '../../platform/problem.ts';
import type { ShippingDeps } from './deps.ts';
import { findLabelDocuments, findLabels, type ShipmentDocument } from './document-repository.ts';
import {
  callerLeft,
  carrierLabelFormat,
  labelFormatNotAvailable,
  labelsNotAvailable,
  labelsNotPutTogether,
} from './errors.ts';
import { formatsOf, putTogether } from './labels/carrier-labels.ts';
import { type LabelFormat, type LabelLayout, PNG_MAX_LABELS, renderLabels } from './labels/render-labels.ts';
import { fetchMissingLabels, unitsWithoutLabel } from './missing-labels.ts';
import { MEDIA_TYPES, type PrintedDocument } from './printed-document.ts';
import { refuseWhileVoiding } from './refuse-while-voiding.ts';
import { requireShipment } from './require-shipment.ts';
import type { Shipment } from './shipment.ts';

/** What a client may call each format in `Accept`, the widest last; printers' software knows ZPL under several names. */
const MEDIA_RANGES = {
  pdf: ['application/pdf', 'application/*', '*/*'],
  zpl: ['application/zpl', 'application/x-zpl', 'x-application/zpl', 'text/zpl', 'application/*', '*/*'],
  png: ['image/png', 'image/*', '*/*'],
} as const satisfies Record<LabelFormat, readonly string[]>;
const LABEL_MEDIA_TYPES = (Object.keys(MEDIA_RANGES) as LabelFormat[]).map((format) => MEDIA_TYPES[format]);

/**
 * The labels of an accepted shipment, one for each handling unit, in the asked format. Those that its carrier has not given with the
 * booking, or not all in one format, are asked for again, and kept: never are fewer labels served than there are units.
 * @throws validation (400), not-found (404), not-acceptable (406), labels-not-available (409), concurrent-change (409) while the booking is
 *   being voided; while labels are missing also test-token-live-carrier (403), carrier-account-rejected (422), carrier-unavailable (503)
 */
export async function getLabels(
  deps: Pick<ShippingDeps, 'db' | 'clock' | 'carriers' | 'carrierHttpFor' | 'secretBox' | 'log'>,
  principal: Pick<Principal, 'tenantId' | 'mode'>,
  shipmentId: string,
  asked: { format?: LabelFormat; accept?: string; layout: LabelLayout; signal?: AbortSignal },
): Promise<PrintedDocument> {
  const wishes = forLayout(asked.layout, asked.format === undefined ? wishedFormats(asked.accept) : [asked.format]);
  const shipment = await requireShipment(deps, principal.tenantId, shipmentId);
  const { consignmentId } = shipment;
  if (consignmentId === undefined || (shipment.status !== 'Accepted' && shipment.status !== 'Executed')) {
    throw labelsNotAvailable(shipment.status);
  }
  await refuseWhileVoiding(deps, shipment);
  const { layout, signal } = asked;
  const readDocuments = () => findLabelDocuments(deps.db, principal.tenantId, shipmentId, consignmentId);
  let documents = await readDocuments();
  const labels = documents.length > 0 ? [] : await findLabels(deps.db, principal.tenantId, shipmentId, consignmentId);
  const drawnHere = labels.map(({ unitNumber }) => ({ number: unitNumber }));
  const missing = unitsWithoutLabel(shipment.handlingUnits, documents, drawnHere);
  if (missing.length > 0) {
    await fetchMissingLabels(deps, principal, { ...shipment, consignmentId }, documents);
    documents = await readDocuments();
  }
  if (documents.length > 0) return carrierLabels(documents, shipment, wishes, layout);
  const [format] = wishes;
  if (format === 'png' && labels.length > PNG_MAX_LABELS) {
    const available = [MEDIA_TYPES.pdf, MEDIA_TYPES.zpl];
    throw labelFormatNotAvailable(`PNG for more than ${PNG_MAX_LABELS} handling units`, available);
  }
  try {
    const content = await renderLabels(labels, { format, layout, ...(signal === undefined ? {} : { signal }) });
    return labelDocument(shipment, format, content);
  } catch (error) {
    throw signal?.aborted === true ? callerLeft(error) : error;
  }
}

/** The labels as the carrier drew them, in the first of the wished formats that can be had of them. */
async function carrierLabels(
  documents: readonly ShipmentDocument[],
  shipment: Pick<Shipment, 'content' | 'handlingUnits' | 'status'>,
  wishes: readonly LabelFormat[],
  layout: LabelLayout,
): Promise<PrintedDocument> {
  const available = formatsOf(documents, shipment.handlingUnits);
  const format = wishes.find((wish) => available.includes(wish));
  if (format === undefined) {
    throw carrierLabelFormat(
      wishes.map((wish) => MEDIA_TYPES[wish]).join(' or '),
      available.map((each) => MEDIA_TYPES[each]),
    );
  }
  try {
    return labelDocument(shipment, format, await putTogether(documents, format, layout));
  } catch (error) {
    throw labelsNotPutTogether(shipment.status, MEDIA_TYPES[format], error);
  }
}

function labelDocument(
  { content: { reference } }: Pick<Shipment, 'content'>,
  format: LabelFormat,
  content: Uint8Array,
): PrintedDocument {
  return { mediaType: MEDIA_TYPES[format], fileName: `${reference}.${format}`, content };
}

type Wishes = readonly [LabelFormat, ...LabelFormat[]];

/** Sheets are made in PDF only. */
function forLayout(layout: LabelLayout, wishes: Wishes): Wishes {
  if (layout === 'a6') return wishes;
  if (wishes.includes('pdf')) return ['pdf'];
  const message = `Must be a6 for ${wishes.join(' or ')}: sheets of A4 are made in pdf only.`;
  throw validationProblem([problemField(['layout'], message, 'Query')]);
}

/** RFC 9110 section 12.5.1: the narrowest range that has a format says how much it is wanted. PDF where nothing else is wanted more. */
function wishedFormats(accept: string | undefined): Wishes {
  if (accept === undefined || accept.trim() === '') return ['pdf', 'zpl', 'png'];
  const weights = weightsOf(accept);
  const wishes = (Object.keys(MEDIA_RANGES) as LabelFormat[])
    .map((format) => {
      const range = MEDIA_RANGES[format].find((each) => weights.has(each)) ?? '';
      return { format, weight: weights.get(range) ?? 0, isNamed: !range.endsWith('*') };
    })
    .filter((wish) => wish.weight > 0)
    .sort((one, other) => other.weight - one.weight || Number(other.isNamed) - Number(one.isNamed));
  const [best, ...others] = wishes.map((wish) => wish.format);
  if (best === undefined) throw labelFormatNotAvailable(accept.slice(0, 100), LABEL_MEDIA_TYPES);
  return [best, ...others];
}

/** Each media range of an Accept header with its weight. */
function weightsOf(accept: string): Map<string, number> {
  const ranges = accept.slice(0, 1_000).toLowerCase().split(',');
  return new Map(
    ranges.map((range) => {
      const [type = '', ...parameters] = range.split(';').map((part) => part.trim());
      const weight = parameters.find((each) => each.startsWith('q='));
      return [type, weight === undefined ? 1 : Number(weight.slice(2))];
    }),
  );
}
