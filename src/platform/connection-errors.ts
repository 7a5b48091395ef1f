import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { frameworkProblem, URL_LIMIT } from './answer-problem.ts';
import { problemDocument } from './problem.ts';

/** A socket as far as it is looked at here. Node keeps the answer that is being written in `_httpMessage`. */
type Connection = Duplex & { _httpMessage?: ServerResponse | null };

interface ParserError extends Error {
  code?: string;
  /** The packet in which the parser stopped. */
  rawPacket?: unknown;
}

/**
 * Answers as a problem what Node's HTTP parser refuses, which never becomes a request, and closes the connection: where a
 * message could not be read, nobody knows where the next one begins.
 */
export function answerConnectionError(baseUrl: string): (error: ParserError, socket: Connection) => void {
  return (error, socket) => {
    // Half of an answer is under way; a second one would be read as its body.
    if (error.code === 'ECONNRESET' || !socket.writable || socket._httpMessage?.headersSent === true) {
      socket.destroy();
      return;
    }
    endWithProblem(socket, baseUrl, statusOf(error));
  };
}

/** CONNECT and unknown expectations bypass the request handler; by default Node answers them with nothing, and with an empty body. */
export function answerWhatBypassesRoutes(server: Server, baseUrl: string): void {
  server.on('connect', (_request: IncomingMessage, socket: Duplex) => endWithProblem(socket, baseUrl, 501));
  server.on('checkExpectation', (_request: IncomingMessage, response: ServerResponse) => {
    const { body, type } = problemText(baseUrl, 417);
    const headers = { 'content-type': type, 'content-length': Buffer.byteLength(body), 'cache-control': 'no-store' };
    response.writeHead(417, { ...headers, connection: 'close' }).end(body);
  });
}

function statusOf(error: ParserError): number {
  switch (error.code) {
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return 408;
    case 'HPE_CHUNK_EXTENSIONS_OVERFLOW':
      return 413;
    case 'HPE_HEADER_OVERFLOW':
      // Node has one limit for the request line and the headers together.
      return Buffer.isBuffer(error.rawPacket) && firstLineLength(error.rawPacket) > URL_LIMIT ? 414 : 431;
    default:
      return 400;
  }
}

function firstLineLength(packet: Buffer): number {
  const end = packet.indexOf('\r\n');
  return end === -1 ? packet.length : end;
}

function endWithProblem(socket: Duplex, baseUrl: string, status: number): void {
  const { title, body, type } = problemText(baseUrl, status);
  // What is still coming in is neither read nor waited for.
  socket.once('finish', () => socket.destroy());
  socket.end(
    `HTTP/1.1 ${status} ${title}\r\nContent-Type: ${type}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n` +
      `Cache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n${body}`,
  );
}

function problemText(baseUrl: string, status: number): { title: string; body: string; type: string } {
  const problem = frameworkProblem(status);
  const body = JSON.stringify(problemDocument(problem, baseUrl, '/'));
  return { title: problem.title, body, type: 'application/problem+json; charset=utf-8' };
}
