import type { Socket } from 'node:net';

/** Far more than the headers and the start of a body that are looked at, and what is read ahead of it. */
const MAX_ANSWER_BYTES = 1024 * 1024;

/** The answer to one message goes on without end. */
class AnswerTooLong extends Error {
  override readonly name = 'AnswerTooLong';
  readonly code = 'ANSWER_TOO_LONG';
}

/**
 * Ends a connection on which one answer is longer than any that means well, headers and framing included: an HTTP client counts neither
 * `103 Early Hints` nor chunk extensions (RFC 9110 section 15.2, RFC 9112 section 7.1.1), of which there may be any number.
 */
export function boundReading(socket: Socket): void {
  let writtenBytes = socket.bytesWritten;
  let readBefore = socket.bytesRead;
  // The HTTP client reads when this is told, and so does not flow past it.
  socket.on('readable', () => {
    if (socket.bytesWritten !== writtenBytes) {
      // Another message was sent since: what comes now is the answer to it.
      writtenBytes = socket.bytesWritten;
      readBefore = socket.bytesRead;
    }
    if (socket.bytesRead - readBefore > MAX_ANSWER_BYTES) socket.destroy(new AnswerTooLong());
  });
}
