import type { UpsAccount, UpsContext } from '../../../../../src/modules/shipping/carriers/ups/ups-account.ts';
import { upsCarrier } from '../../../../../src/modules/shipping/carriers/ups/ups-carrier.ts';
import { contextOf } from '../carrier-context.ts';

/** A process of its own, without a token and with closed circuits, that calls the stand-in. */
export function upsContextFor(
  { baseUrl }: { baseUrl: string },
  { now, clientSecret = 'secret' }: { now?: () => Date; clientSecret?: string } = {},
): UpsContext {
  return contextOf<UpsAccount>(upsCarrier, {
    credentials: { clientId: 'client', clientSecret },
    settings: { accountNumber: 'A1B2C3' },
    productCode: '11',
    baseUrl,
    ...(now === undefined ? {} : { now }),
  });
}
