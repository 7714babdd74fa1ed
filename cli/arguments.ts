import { parseArgs } from 'node:util';
import { type FormatName, formatNames } from '#cli/format-names.ts';
import type { Severity } from '#core/rule.ts';
import { nearestName } from '#core/text/nearest-name.ts';

/** What the command line asks for. */
export type Command =
  | { readonly kind: 'review'; readonly options: ReviewOptions }
  | { readonly kind: 'explain'; readonly rule: string | undefined }
  | { readonly kind: 'map'; readonly options: ReviewOptions }
  | { readonly kind: 'help'; readonly topic: Topic | undefined }
  | { readonly kind: 'version' }
  | { readonly kind: 'mistake'; readonly message: string };

/** The commands that have a help text of their own. */
const topics = ['review', 'changes', 'explain', 'map'] as const;
export type Topic = (typeof topics)[number];

export type FailOn = Severity | 'never';

/** The first safe fix of each finding, the first one of any kind, or the first one of the findings of these rules, as written. */
export type FixChoice = 'safe' | 'review' | readonly string[];

export interface ReviewOptions {
  /** Files and folders, as written; none: the current folder. */
  readonly paths: readonly string[];
  readonly format: FormatName;
  readonly failOn: FailOn;
  /** Which fixes are made; undefined: none. */
  readonly fix: FixChoice | undefined;
  /** Overrules the preset of every `plumbline.yaml`. */
  readonly preset: string | undefined;
  /** The configuration to use instead of the nearest `plumbline.yaml`. */
  readonly config: string | undefined;
  /** Set: the text to review comes from standard input and counts as this file. */
  readonly stdinFilename: string | undefined;
  /** Only findings of these rules count, as written; undefined: of all. */
  readonly rules: readonly string[] | undefined;
  /** The folder whose files may be read, as written; undefined: the git repository, or else the current folder. */
  readonly root: string | undefined;
  readonly quiet: boolean;
  /** The most findings shown of one file; undefined: the format's own default. */
  readonly maxFindings: number | undefined;
  /** Findings that are told as one are shown one by one. */
  readonly every: boolean;
  /** The commit that the files are compared with, as written; empty: where this branch left the default one. Undefined: with none. */
  readonly base: string | undefined;
  /** Only what changed is told. */
  readonly onlyChanges: boolean;
  /** How many threads review; 0: only this one. Undefined: as many as are faster. */
  readonly workers: number | undefined;
}

const reviewFlags = {
  format: { type: 'string' },
  'fail-on': { type: 'string' },
  fix: { type: 'string' },
  preset: { type: 'string' },
  config: { type: 'string' },
  rule: { type: 'string' },
  root: { type: 'string' },
  base: { type: 'string' },
  'stdin-filename': { type: 'string' },
  quiet: { type: 'boolean', short: 'q' },
  'max-findings': { type: 'string' },
  every: { type: 'boolean' },
  workers: { type: 'string' },
} as const;

const commonFlags = {
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
} as const;

const flags = { ...reviewFlags, ...commonFlags };
const commands = ['review', 'changes', 'explain', 'map', 'help'] as const;

/** Reads the words after `plumbline`; a mistake comes back as one, it never throws. */
export function parseArguments(words: readonly string[]): Command {
  const unknown = findUnknownFlag(words);
  if (unknown !== undefined) return mistake(unknown);
  const values = readWords(words);
  if (typeof values === 'string') return mistake(values);
  if (values.flags.version === true) return { kind: 'version' };
  const [name, ...rest] = values.words;
  if (name === undefined) return { kind: 'help', topic: undefined };
  if (name === 'help') return { kind: 'help', topic: topicOf(rest[0]) };
  if (values.flags.help === true) return { kind: 'help', topic: topicOf(name) };
  const { format } = values.flags;
  if (name === 'review' && (format === 'sql' || format === 'changelog'))
    return mistake(`Only changes are told so: plumbline changes --format ${format}`);
  if (name === 'review') return reviewCommand(values.flags, rest);
  if (name === 'changes') return changesCommand(values.flags, rest);
  if (name === 'explain') return explainCommand(values.flags, rest);
  if (name === 'map') return mapCommand(values.flags, rest);
  const near = nearestName(name, commands);
  return mistake(
    near === undefined
      ? `There is no command “${name}”. To review files: plumbline review ${name}`
      : `There is no command “${name}”. Did you mean “${near}”?`,
  );
}

type Flags = {
  readonly [N in keyof typeof flags]?: (typeof flags)[N]['type'] extends 'boolean' ? boolean : string;
};

function readWords(words: readonly string[]): { readonly flags: Flags; readonly words: readonly string[] } | string {
  try {
    const { values, positionals } = parseArgs({ args: withPlainFix(words), options: flags, allowPositionals: true });
    return { flags: values, words: positionals };
  } catch (error) {
    return valueMistake(error instanceof Error ? error.message : String(error));
  }
}

/** What parseArgs says of an unknown letter, or of a value that is missing or too much; only its first sentence is about the mistake. */
function valueMistake(message: string): string {
  const name = /--[\w-]+/.exec(message)?.[0];
  if (/argument (?:is )?(?:missing|ambiguous)/.test(message) && name !== undefined)
    return `${name} needs a value. Write it behind an equals sign: ${name}=…`;
  if (message.includes('does not take an argument') && name !== undefined)
    return `${name} takes no value. Write ${name} alone.`;
  const letter = /^Unknown option '(-[^']+)'/.exec(message)?.[1];
  return letter === undefined
    ? `${message.split(/\.\s|\n/)[0]}.`
    : `There is no option “${letter}”. For a file of this name write “--” before it.`;
}

/** `--fix` alone takes no word after it for its value. */
function withPlainFix(words: readonly string[]): string[] {
  const end = words.indexOf('--');
  return words.map((word, index) => (word === '--fix' && (end < 0 || index < end) ? '--fix=safe' : word));
}

function readFix(value: string | undefined): FixChoice | undefined {
  if (value === undefined || value === 'safe' || value === 'review') return value;
  return namesIn(value);
}

function namesIn(value: string): readonly string[] {
  return value.split(',').map((name) => name.trim());
}

function findUnknownFlag(words: readonly string[]): string | undefined {
  const end = words.indexOf('--');
  const known = Object.keys(flags);
  for (const word of end < 0 ? words : words.slice(0, end)) {
    const name = /^--([^=]+)/.exec(word)?.[1];
    if (name === undefined || known.includes(name)) continue;
    const near = nearestName(name, known);
    return `There is no option “--${name}”.${near === undefined ? '' : ` Did you mean “--${near}”?`}`;
  }
  return undefined;
}

function reviewCommand(given: Flags, words: readonly string[]): Command {
  const format = oneOf('format', given.format ?? 'text', formatNames);
  const failOn = oneOf('fail-on', given['fail-on'] ?? 'error', ['error', 'warning', 'info', 'never']);
  const maxFindings = wholeNumber(given['max-findings']);
  const workers = wholeNumber(given.workers);
  if (typeof format === 'object') return format;
  if (typeof failOn === 'object') return failOn;
  if (maxFindings === 'none')
    return mistake(`--max-findings takes a whole number, which “${given['max-findings']}” is not; 0 shows all.`);
  if (workers === 'none')
    return mistake(`--workers takes a whole number, which “${given.workers}” is not; 0 reviews without threads.`);
  const stdin = readStdinWords(given['stdin-filename'], words);
  if (typeof stdin === 'string') return mistake(stdin);
  return {
    kind: 'review',
    options: {
      ...stdin,
      format,
      failOn,
      maxFindings,
      workers,
      every: given.every ?? false,
      fix: readFix(given.fix),
      preset: given.preset,
      config: given.config,
      rules: given.rule === undefined ? undefined : namesIn(given.rule),
      root: given.root,
      base: given.base,
      onlyChanges: false,
      quiet: given.quiet ?? false,
    },
  };
}

/** A review against a base that tells nothing but changes. */
function changesCommand(given: Flags, words: readonly string[]): Command {
  const command = reviewCommand(given, words);
  if (command.kind !== 'review') return command;
  const { base = '' } = command.options;
  return { kind: 'review', options: { ...command.options, base, onlyChanges: true } };
}

function readStdinWords(
  filename: string | undefined,
  words: readonly string[],
): Pick<ReviewOptions, 'paths' | 'stdinFilename'> | string {
  const paths = words.filter((word) => word !== '-');
  const hasDash = paths.length < words.length;
  if (filename === undefined) {
    return hasDash
      ? 'Reading from standard input needs a name for the text: plumbline review - --stdin-filename openapi.yaml'
      : { paths, stdinFilename: undefined };
  }
  return paths.length === 0
    ? { paths: [], stdinFilename: filename }
    : `Either standard input or files can be reviewed, not both. Leave out “${paths[0]}” or --stdin-filename.`;
}

function explainCommand(given: Flags, words: readonly string[]): Command {
  const surplus = Object.keys(reviewFlags).find((name) => name in given);
  if (surplus !== undefined) return mistake(`“explain” takes no option --${surplus}. Leave it out.`);
  if (words.length > 1)
    return mistake(`“explain” takes one rule; “${words[1]}” is one too many. Explain one after the other.`);
  return { kind: 'explain', rule: words[0] };
}

/** As the review finds its files; of its options only those about files, and two formats. */
function mapCommand(given: Flags, words: readonly string[]): Command {
  const surplus = Object.keys(reviewFlags).find((name) => name in given && !mapFlags.has(name));
  if (surplus !== undefined) return mistake(`“map” takes no option --${surplus}. Leave it out.`);
  const format = oneOf('format', given.format ?? 'text', ['text', 'json']);
  if (typeof format === 'object') return format;
  const command = reviewCommand(given, words);
  return command.kind === 'review' ? { ...command, kind: 'map' } : command;
}

const mapFlags: ReadonlySet<string> = new Set(['format', 'config', 'root']);

function topicOf(word: string | undefined): Topic | undefined {
  return topics.find((topic) => topic === word);
}

/** `none` for what is no whole number. */
function wholeNumber(value: string | undefined): number | 'none' | undefined {
  if (value === undefined) return undefined;
  const number = Number(value);
  return Number.isInteger(number) && number >= 0 ? number : 'none';
}

function oneOf<const T extends string>(flag: string, value: string, choices: readonly T[]): T | Command {
  const choice = choices.find((candidate) => candidate === value);
  return choice ?? mistake(`--${flag} must be one of ${choices.join(', ')}; “${value}” is none of them.`);
}

function mistake(message: string): Command {
  return { kind: 'mistake', message };
}
