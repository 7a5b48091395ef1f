import { type Static, Type } from '@sinclair/typebox';
import type { UpsContext } from './ups-account.ts';

/** How a label is drawn, be it a new one or one that is asked for again. */
export const UpsLabelSpecification = Type.Object({
  LabelImageFormat: Type.Object({ Code: Type.Union([Type.Literal('GIF'), Type.Literal('ZPL')]) }),
  HTTPUserAgent: Type.Literal('Mozilla/4.5'),
  LabelStockSize: Type.Object({ Height: Type.Literal('6'), Width: Type.Literal('4') }),
});

/** 4 by 6 inches; the user agent is what UPS wants for pictures. */
export function upsLabelSpecification({
  labelFormat,
}: Pick<UpsContext, 'labelFormat'>): Static<typeof UpsLabelSpecification> {
  return {
    LabelImageFormat: { Code: labelFormat === 'zpl' ? 'ZPL' : 'GIF' },
    HTTPUserAgent: 'Mozilla/4.5',
    LabelStockSize: { Height: '6', Width: '4' },
  };
}
