import { availableParallelism } from 'node:os';
import { Command, InvalidArgumentError } from 'commander';

export interface BenchOptions {
  rows: number;
  rounds: number;
  seconds: number;
  connections: number;
  loadSeconds: number;
  starts: number;
  /** Absent: a temporary directory, removed afterwards. */
  dataDir?: string;
}

const FULL = { rows: 1_000_000, rounds: 5, seconds: 3, loadSeconds: 60, starts: 5 };
const QUICK = { rows: 100_000, rounds: 2, seconds: 1, loadSeconds: 10, starts: 2 };
const DEFAULT_CONNECTIONS = 16;

export function readOptions(argv: readonly string[]): BenchOptions {
  const program = new Command('npm run bench --')
    .description(
      'Measures the whole program beside references on this machine and prints a table. Nothing passes or fails.',
    )
    .option('--quick', `a minute's look: ${described(QUICK)}`)
    .option('--rows <number>', 'shipments of the large tenant', count)
    .option('--rounds <number>', 'how often the contestants take turns', count)
    .option('--seconds <number>', 'length of one turn', count)
    .option('--load-seconds <number>', 'length of the mixed load before memory is read', count)
    .option('--starts <number>', 'how often the program is started on a directory that it knows', count)
    .option('--connections <number>', 'HTTP connections, and database connections of each contestant', count)
    .option('--data-dir <directory>', 'keep the database and its rows here, and use them again')
    .addHelpText(
      'after',
      `\nWithout options: ${described(FULL)}; about six minutes on ${availableParallelism()} cores.`,
    )
    .parse([...argv]);
  const { quick, ...given } = program.opts<Partial<BenchOptions> & { quick?: true }>();
  return { connections: DEFAULT_CONNECTIONS, ...(quick === true ? QUICK : FULL), ...given };
}

function described(options: typeof FULL): string {
  const { rows, rounds, seconds, loadSeconds, starts } = options;
  return `${rows.toLocaleString('en')} rows, ${rounds} rounds of ${seconds} s, ${loadSeconds} s of mixed load, ${starts} starts`;
}

function count(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('It must be a whole number from 1.');
  return Number(text);
}
