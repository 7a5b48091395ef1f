import type { FontWeight } from './typeface.ts';

/** A6 portrait (ISO 216). */
export const LABEL_WIDTH_MILLIMETRES = 105;
export const LABEL_HEIGHT_MILLIMETRES = 148;

/**
 * What is drawn, in millimetres from the top left corner. Every place and every size is a multiple of 0.125,
 * so that it falls on a whole dot of the usual label printer (8 dots a millimetre, "203 dpi").
 */
export type LabelElement = LabelRectangle | LabelText | LabelBarcode;

export interface LabelRectangle {
  kind: 'rectangle';
  x: number;
  y: number;
  width: number;
  height: number;
  /** The thickness of the frame, which lies inside the rectangle; without it the rectangle is filled. */
  frame?: number;
}

export interface LabelText {
  kind: 'text';
  text: string;
  /** Where the text starts, and its baseline. */
  x: number;
  y: number;
  size: number;
  weight: FontWeight;
  /** White text stands on a filled rectangle that was drawn before it. */
  white?: boolean;
}

export interface LabelBarcode {
  kind: 'barcode';
  symbology: 'gs1-128' | 'datamatrix';
  data: string;
  x: number;
  y: number;
  moduleWidth: number;
  moduleHeight: number;
}

/** The symbol is this many modules wide and high whatever it carries: 62 codewords hold 48 ASCII characters always. */
export const ROUTING_MODULES = 32;
