import { create } from 'content-disposition';
import filenamify from 'filenamify';

/**
 * The `Content-Disposition` (RFC 6266) of a file that a browser may show, and saves under this name; whatever in it no file system takes
 * (separators, reserved names, characters that are not seen) is replaced.
 */
export function inlineFile(name: string): string {
  return create(filenamify(name, { replacement: '-' }), { type: 'inline' });
}
