import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ipaddr from 'ipaddr.js';
import { generate } from 'selfsigned';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createPoster, type Outcome } from '../../../src/modules/hooks/post-message.ts';
import { postElsewhere } from './post-elsewhere.ts';

const DAY_MS = 86_400_000;
const started = new AsyncDisposableStack();
let authority: { private: string; cert: string };
let authorityFile: string;

beforeAll(async () => {
  authority = await generate([{ name: 'commonName', value: 'Acme CA' }], {
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, critical: true },
    ],
  });
  const directory = await mkdtemp(join(tmpdir(), 'viya-tls-'));
  started.defer(() => rm(directory, { recursive: true }));
  authorityFile = join(directory, 'ca.pem');
  await writeFile(authorityFile, authority.cert);
});
afterAll(() => started.disposeAsync());

interface Certificate {
  ip?: string;
  /** Default: by the authority. */
  signed?: 'by-itself';
  validDays?: number;
}

/** A receiver that speaks TLS. @returns its URL */
async function startTlsReceiver({ ip = '127.0.0.1', signed, validDays = 1 }: Certificate): Promise<string> {
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'erp.acme.example' }], {
    algorithm: 'sha256',
    notBeforeDate: new Date(Date.now() - 2 * DAY_MS),
    notAfterDate: new Date(Date.now() + validDays * DAY_MS),
    extensions: [{ name: 'subjectAltName', altNames: [{ type: 7, ip }] }],
    ...(signed === undefined ? { ca: { key: authority.private, cert: authority.cert } } : {}),
  });
  const server = createServer({ key, cert }, (request, response) => {
    request.resume();
    request.on('end', () => response.writeHead(204).end());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  started.defer(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return `https://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

async function post(url: string): Promise<Outcome> {
  const poster = createPoster({ allowedNetworks: [ipaddr.parseCIDR('127.0.0.0/8')], timeoutMs: 5_000 });
  const outcome = await poster.post({ url, headers: {}, body: '{}' });
  await poster.close();
  return outcome;
}

test('a receiver whose certificate is of an authority that the installation was told of is sent to', async () => {
  const url = await startTlsReceiver({});
  const { outcomes } = await postElsewhere({ urls: [url], timeoutMs: 5_000 }, { NODE_EXTRA_CA_CERTS: authorityFile });
  expect(outcomes).toEqual([{ responseStatus: 204 }]);
});

test.each<[string, Certificate, string]>([
  ['is of an unknown authority', {}, 'The certificate is not signed by a known authority'],
  ['is signed by itself', { signed: 'by-itself' }, 'The certificate is self-signed.'],
])('nothing is sent to a receiver whose certificate %s, and the attempt says so', async (_name, certificate, error) => {
  expect(await post(await startTlsReceiver(certificate))).toEqual({ error: expect.stringContaining(error) as string });
});

test('nor to one whose certificate has expired or is for another host, although its authority is known', async () => {
  const urls = [await startTlsReceiver({ validDays: -1 }), await startTlsReceiver({ ip: '127.0.0.2' })];
  const { outcomes } = await postElsewhere({ urls, timeoutMs: 5_000 }, { NODE_EXTRA_CA_CERTS: authorityFile });
  expect(outcomes).toEqual([
    { error: 'The certificate has expired.' },
    { error: 'The certificate is for another host.' },
  ]);
});
