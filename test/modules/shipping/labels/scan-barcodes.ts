import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

/** What a scanner sends: the AIM symbology identifier (`]C1` is GS1-128, `]d1` Data Matrix) and the data. */
export type Scan = `${string} ${string}`;

let ready: Promise<unknown> | undefined;

/** Every barcode in the picture, in the order of their texts. */
export async function scanBarcodes(image: Uint8Array): Promise<Scan[]> {
  ready ??= prepareReader();
  await ready;
  const found = await readBarcodes(image, {
    formats: ['Code128', 'DataMatrix'],
    tryRotate: false,
    tryInvert: false,
    tryDownscale: false,
  });
  return found.map((each): Scan => `${each.symbologyIdentifier} ${each.text}`).sort();
}

/** The reader would fetch its WebAssembly from the network otherwise. */
async function prepareReader(): Promise<void> {
  const wasm = await readFile(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'));
  await prepareZXingModule({ overrides: { wasmBinary: wasm.buffer }, fireImmediately: true });
}
