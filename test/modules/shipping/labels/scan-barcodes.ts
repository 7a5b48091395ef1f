import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import sharp from 'sharp';
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

/** Cuts a stack of labels apart. */
export async function cutLabels(image: Uint8Array, count: number): Promise<Buffer[]> {
  const { width, height } = await sharp(image).metadata();
  const each = height / count;
  return Promise.all(
    Array.from({ length: count }, (_, index) =>
      sharp(image)
        .extract({ left: 0, top: index * each, width, height: each })
        .png()
        .toBuffer(),
    ),
  );
}

/** The reader would fetch its WebAssembly from the network otherwise. */
async function prepareReader(): Promise<void> {
  const wasm = await readFile(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'));
  await prepareZXingModule({ overrides: { wasmBinary: wasm.buffer as ArrayBuffer }, fireImmediately: true });
}
