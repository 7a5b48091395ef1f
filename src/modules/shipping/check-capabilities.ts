import { type ProblemField, problemField } from '../../platform/problem.ts';
import { carrierOf } from './carrier-context.ts';
import type { CarrierProfile } from './carrier-profile.ts';
import type { Carrier } from './carriers/carrier.ts';
import { leavesCustomsTerritory } from './customs-territory.ts';
import type { ShippingDeps } from './deps.ts';
import { carrierCannot } from './errors.ts';
import type { Shipment } from './shipment.ts';

/** What the carrier's adapter declares that it cannot do is not begun. @throws carrier-cannot (422), with each place */
export function checkCapabilities(
  deps: Pick<ShippingDeps, 'carriers'>,
  profile: CarrierProfile,
  { content, handlingUnits }: Pick<Shipment, 'content' | 'handlingUnits'>,
): void {
  const carrier = carrierOf(deps, profile);
  const { name, isSandbox } = carrier;
  const { returns, customsDocuments, dangerousGoods } = carrier.capabilities;
  const errors: ProblemField[] = [];
  const tooMany = tooManyUnits(carrier, handlingUnits.length);
  if (tooMany !== undefined) errors.push(problemField(['handlingUnits'], tooMany));
  for (const [index, unit] of handlingUnits.entries()) {
    if (dangerousGoods || unit.content.dangerousGoods === undefined) continue;
    const message = `${name} takes no dangerous goods through this product: nobody would declare them to it.`;
    errors.push(problemField(['handlingUnits', index, 'dangerousGoods'], message));
  }
  if (content.returnService !== undefined && !returns.includes(content.returnService)) {
    const offered = returns.length === 0 ? 'It has none.' : `It has: ${returns.join(', ')}.`;
    errors.push(problemField(['returnService'], `${name} has no ${content.returnService}. ${offered}`));
  }
  const { sender, receiver } = content.addresses;
  // The sandbox makes no customs papers, and nothing of it crosses a border: any lane can be tried out with it.
  if (!isSandbox && customsDocuments.length === 0 && leavesCustomsTerritory(sender, receiver)) {
    const message = `${name} takes no shipment that leaves its customs territory through this product.`;
    errors.push(problemField(['addresses', 'receiver', 'countryCode'], message));
  }
  if (errors.length > 0) throw carrierCannot(profile.reference, errors);
}

/** Why the carrier does not take so many handling units in one booking; undefined where it does. */
export function tooManyUnits(
  { name, capabilities: { maxHandlingUnits } }: Pick<Carrier, 'name' | 'capabilities'>,
  handlingUnits: number,
): string | undefined {
  return handlingUnits <= maxHandlingUnits
    ? undefined
    : `${name} takes at most ${maxHandlingUnits} handling units in one booking: split the shipment.`;
}
