import { renderLabels } from '../../../../src/modules/shipping/labels/render-labels.ts';
import { GERMAN, GREEK } from './label-samples.ts';

// Writes a Greek label to standard output as a process draws it that was just started, or, when it is given a city,
// one that has drawn a label to that city before.

const [, , city] = process.argv;
if (city !== undefined) {
  await renderLabels([{ ...GERMAN, receiver: { ...GERMAN.receiver, city } }], { format: 'pdf' });
}
process.stdout.write(await renderLabels([GREEK], { format: 'pdf' }));
