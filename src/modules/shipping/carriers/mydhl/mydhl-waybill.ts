import { Type } from '@sinclair/typebox';
import { documentFormat } from '../capabilities.ts';
import type { BookingToFind } from '../carrier.ts';
import { CarrierOutcomeUnknown } from '../carrier-outcome.ts';
import { decodeAnswer } from '../decode-answer.ts';
import type { MyDhlContext } from './mydhl-account.ts';
import { askMyDhl } from './mydhl-client.ts';
import { myDhlPickupMonths } from './mydhl-shipping-time.ts';

/** What `get-image` tells. */
export const MyDhlImageAnswer = Type.Object({
  documents: Type.Array(Type.Object({ content: Type.Uint8Array() })),
});

/** The waybill document of a booking; undefined when DHL surely has no such waybill of the account. */
export async function fetchWaybillDocument(
  waybill: string,
  { orderedOn, content }: Pick<BookingToFind, 'orderedOn' | 'content'>,
  context: MyDhlContext,
): Promise<Uint8Array | undefined> {
  for (const month of myDhlPickupMonths(orderedOn, context.clock(), content.addresses.sender)) {
    const document = await fetchOfMonth(waybill, month, context);
    if (document !== undefined) return document;
  }
  return undefined;
}

async function fetchOfMonth(waybill: string, month: string, context: MyDhlContext): Promise<Uint8Array | undefined> {
  const query = new URLSearchParams({
    shipperAccountNumber: context.settings.accountNumber,
    typeCode: 'waybill',
    pickupYearAndMonth: month,
    encodingFormat: 'pdf',
  });
  const path = `/shipments/${encodeURIComponent(waybill)}/get-image?${query}`;
  const answer = await askMyDhl(context, { operation: 'find', method: 'GET', path });
  if (!answer.ok) {
    if (answer.status === 404) return undefined;
    throw new CarrierOutcomeUnknown(`DHL Express did not say whether it has the waybill: ${answer.complaints[0].code}`);
  }
  const found = decodeAnswer(MyDhlImageAnswer, answer.body).documents.find(
    ({ content }) => content && documentFormat(content) === 'pdf',
  );
  if (found?.content === undefined) throw new CarrierOutcomeUnknown('DHL Express answered without the waybill');
  return found.content;
}
