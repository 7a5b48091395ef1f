import sharp from 'sharp';

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

/** Edges that are smoothed differently stay below this difference; a letter that is not there does not. */
export const SMOOTHED_EDGES = 70;

/**
 * How much the two pictures of one label differ where they differ most, from 0 to 255: by square millimetre, so that
 * the edges of letters, which every program smoothes in its own way, hardly count, and a missing or moved word does.
 */
export async function greatestDifference(one: Uint8Array, other: Uint8Array): Promise<number> {
  const difference = await sharp(await bySquareMillimetre(one))
    .composite([{ input: await bySquareMillimetre(other), blend: 'difference' }])
    .greyscale()
    .png()
    .toBuffer();
  const { channels } = await sharp(difference).stats();
  return channels[0]?.max ?? Number.NaN;
}

function bySquareMillimetre(image: Uint8Array): Promise<Buffer> {
  return sharp(image).resize({ width: 105, height: 148, fit: 'fill' }).png().toBuffer();
}
