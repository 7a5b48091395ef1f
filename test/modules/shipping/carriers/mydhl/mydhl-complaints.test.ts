import { expect, test } from 'vitest';
import { myDhlComplaints } from '../../../../../src/modules/shipping/carriers/mydhl/mydhl-complaints.ts';

const DETAILS = [
  '7042: #/customerDetails/receiverDetails/postalAddress/postalCode: the postal code is not valid',
  'without a number',
];

test.each<[string, unknown, object[]]>([
  [
    'a detail with its number',
    { status: '400', title: 'Bad request', message: 'Bad request', detail: '996: not available' },
    [{ code: '996', message: 'not available' }],
  ],
  [
    'each of several problems, with its place, instead of the detail that only counts them',
    { status: '400', detail: 'Multiple problems found, see Additional Details', additionalDetails: DETAILS },
    [
      {
        code: '7042',
        message: '#/customerDetails/receiverDetails/postalAddress/postalCode: the postal code is not valid',
        place: '#/customerDetails/receiverDetails/postalAddress/postalCode',
      },
      { code: '400', message: 'without a number' },
    ],
  ],
  [
    'one problem where a list was promised',
    { status: 400, additionalDetails: '1001: too long' },
    [{ code: '1001', message: 'too long' }],
  ],
  ['a status that is a number', { status: 404, detail: 'No data' }, [{ code: '404', message: 'No data' }]],
  ['a code in place of the status', { code: '403', message: 'Forbidden' }, [{ code: '403', message: 'Forbidden' }]],
  ['a title where there is nothing else', { title: 'Not found' }, [{ code: '', message: 'Not found' }]],
  ['nothing that is not DHL’s form', { reasons: [{ msg: 'Invalid credentials' }], status: 401 }, []],
  ['nothing of a list of texts', ['no'], []],
  ['nothing of nothing', undefined, []],
])('of an error is told: %s', (_name, body, expected) => {
  expect(myDhlComplaints(body)).toEqual(expected);
});
