import bwipjs from 'bwip-js/node';
import { type LabelBarcode, ROUTING_MODULES } from './label-elements.ts';

/** Dark modules beside each other, in modules from the top left corner of the symbol without its quiet zone. */
export interface DarkRun {
  column: number;
  row: number;
  length: number;
}

/** The dark modules of a barcode; a linear one has a single row. */
export function darkRuns({ symbology, data }: LabelBarcode): DarkRun[] {
  return symbology === 'gs1-128' ? ssccRuns(data) : dataMatrixRuns(data);
}

function ssccRuns(sscc: string): DarkRun[] {
  const [symbol] = bwipjs.raw('gs1-128', `(00)${sscc}`, '');
  if (!symbol || !('sbs' in symbol)) throw new Error('The GS1-128 encoder gave no bars');
  const runs: DarkRun[] = [];
  let column = 0;
  symbol.sbs.forEach((length, index) => {
    if (index % 2 === 0) runs.push({ column, row: 0, length });
    column += length;
  });
  return runs;
}

function dataMatrixRuns(text: string): DarkRun[] {
  const [symbol] = bwipjs.raw('datamatrix', text, `version=${ROUTING_MODULES}x${ROUTING_MODULES}`);
  if (!symbol || !('pixs' in symbol)) throw new Error('The Data Matrix encoder gave no modules');
  const runs: DarkRun[] = [];
  symbol.pixs.forEach((dark, index) => {
    if (!dark) return;
    const column = index % symbol.pixx;
    const row = Math.floor(index / symbol.pixx);
    const last = runs.at(-1);
    if (last && last.row === row && last.column + last.length === column) last.length++;
    else runs.push({ column, row, length: 1 });
  });
  return runs;
}
