import type { DocumentFormat } from './carriers/capabilities.ts';

/** A label, all labels of a shipment, or another paper, ready for a printer. */
export interface PrintedDocument {
  mediaType: string;
  /** To be saved under: `ORD-2026-00123.pdf`. */
  fileName: string;
  content: Uint8Array;
}

export const MEDIA_TYPES = {
  pdf: 'application/pdf',
  zpl: 'application/zpl',
  png: 'image/png',
  gif: 'image/gif',
} as const satisfies Record<DocumentFormat, string>;
