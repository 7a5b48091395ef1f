import { Type } from '@sinclair/typebox';
import { Reference } from '../../../platform/field-schemas.ts';

/** Years of four digits: what PostgreSQL and every calendar agree on. */
export const CalendarDate = (description: string, example = '2026-01-01') =>
  Type.String({ format: 'date', pattern: '^[1-9]\\d{3}-', description, examples: [example] });

export const CurrencyCode = Type.String({
  pattern: '^[A-Z]{3}$',
  description: 'ISO 4217, for example EUR.',
  examples: ['EUR'],
});

export const ShipmentReferences = {
  carrierReference: Reference('The carrier profile, by its reference.', 'DHLPX'),
  serviceLevelReference: Reference('The service level, by its reference.', 'DFY-B2C'),
};
