import ipaddr from 'ipaddr.js';
import { createPoster, type Outcome } from '../../../src/modules/hooks/post-message.ts';

/** What is asked of the process and what it tells. */
export interface PostsAsked {
  urls: string[];
  /** Asked first, so that what every exchange needs is loaded before memory is looked at. */
  warmUp?: string;
  timeoutMs: number;
}
export interface PostsMade {
  outcomes: Outcome[];
  /** By how much the memory of the whole process grew while it posted, at the most. */
  grewBytes: number;
  durationMs: number;
}

// Posts to URLs at the same time from a process in which there is nothing else: what it costs is the program's, and not the receiver's.

const { urls, warmUp, timeoutMs } = JSON.parse(process.argv[2] ?? '') as PostsAsked;
const allowedNetworks = [ipaddr.parseCIDR('127.0.0.0/8')];
const poster = createPoster({ allowedNetworks, timeoutMs });
const post = (url: string): Promise<Outcome> => poster.post({ url, headers: {}, body: '{}' });
if (warmUp !== undefined) await post(warmUp);
const before = process.memoryUsage.rss();
let most = before;
const sampling = setInterval(() => {
  most = Math.max(most, process.memoryUsage.rss());
}, 1);
const start = performance.now();
const outcomes = await Promise.all(urls.map(post));
const durationMs = performance.now() - start;
clearInterval(sampling);
const grewBytes = Math.max(most, process.memoryUsage.rss()) - before;
process.send?.({ outcomes, grewBytes, durationMs } satisfies PostsMade);
await poster.close();
process.disconnect();
