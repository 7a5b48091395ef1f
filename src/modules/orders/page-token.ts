import { createHash } from 'node:crypto';
import type { Principal } from '../../platform/principal.ts';
import { invalidField } from '../../platform/proto-validation.ts';
import type { SecretBox } from '../../platform/secret-box.ts';
import type { OrderFilter, Place } from './order-list-repository.ts';

/**
 * The place after a page, as a text that means nothing to whoever has it: sealed, and bound to the caller and to the filters, so that it
 * opens for the list that it continues and for no other.
 */
export function sealPageToken(box: SecretBox, principal: Principal, filter: OrderFilter, place: Place): string {
  return box
    .seal(JSON.stringify({ createdOn: place.createdOn, id: place.id }), contextOf(principal, filter))
    .toString('base64url');
}

/** @throws validation (400) when it was made for another list, or made up */
export function openPageToken(box: SecretBox, principal: Principal, filter: OrderFilter, token: string): Place {
  try {
    const place = JSON.parse(box.open(Buffer.from(token, 'base64url'), contextOf(principal, filter))) as {
      createdOn: string;
      id: string;
    };
    return { createdOn: new Date(place.createdOn), id: place.id };
  } catch {
    throw invalidField(
      ['pageToken'],
      'Is not the token of a next page of this list. Send it unchanged, as the same caller and with the same filters; or none, to begin anew.',
    );
  }
}

function contextOf({ tenantId, id }: Principal, { customerId, statuses }: OrderFilter): string {
  const filters = JSON.stringify([customerId ?? '', [...new Set(statuses)].sort()]);
  return `orders-page/${tenantId}/${id}/${createHash('sha256').update(filters).digest('base64url')}`;
}
