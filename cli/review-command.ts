import type { ReviewOptions } from '#cli/arguments.ts';
import { baseOf } from '#cli/base-of.ts';
import { changelog } from '#cli/changelog.ts';
import { chooseFix } from '#cli/choose-fix.ts';
import { chooseRules } from '#cli/choose-rules.ts';
import { chooseSources } from '#cli/choose-sources.ts';
import type { CommandIo, ExitCode } from '#cli/command-io.ts';
import { type FileFixOutcome, fixFiles } from '#cli/fix-files.ts';
import { fixSources } from '#cli/fix-sources.ts';
import { type FurtherFixes, furtherFixes } from '#cli/further-fixes.ts';
import type { GatheredSources } from '#cli/gather-sources.ts';
import { forcePreset } from '#cli/given-config.ts';
import { KnownFiles } from '#cli/known-files.ts';
import { migrationNotes } from '#cli/migration-notes.ts';
import { migrationPlans } from '#cli/migration-plans.ts';
import { reviewNotes, ruleFailures, unreadNamed, unsuitableNamed, unwritten } from '#cli/notes.ts';
import { Progress } from '#cli/progress.ts';
import { createReport, isAtLeast, type Report } from '#cli/report.ts';
import { reportFormat } from '#cli/report-formats.ts';
import { reviewGathered } from '#cli/review-gathered.ts';
import { type OpenBase, ReviewSession } from '#cli/review-session.ts';
import { uncomparedNotes } from '#cli/uncompared-notes.ts';
import { versionsOf } from '#cli/version-notes.ts';
import type { ChooseFix } from '#core/fix/fix-all.ts';
import type { ReviewFinding } from '#core/review-finding.ts';
import type { Rulebook } from '#core/rulebook.ts';

/** `plumbline review`. */
export async function reviewCommand(options: ReviewOptions, rulebook: Rulebook, io: CommandIo): Promise<ExitCode> {
  const presets = rulebook.presets.map(({ name }) => name);
  if (options.preset !== undefined && !presets.includes(options.preset)) {
    return fail(io, `There is no preset “${options.preset}”. Choose one of ${presets.join(', ')}.`);
  }
  const rules = chooseRules(options.rules ?? (options.onlyChanges ? changeRules(rulebook) : undefined), rulebook.rules);
  if (rules !== undefined && 'message' in rules) return fail(io, rules.message);
  const progress = new Progress(io.stderr, options.quiet);
  try {
    progress.step('Looking for descriptions and schemas …');
    const gathered = await chooseSources(options, io);
    if ('message' in gathered) return fail(io, gathered.message);
    const used = forcePreset(rulebook, options.preset);
    const base =
      options.base === undefined ? undefined : await baseOf(gathered.folders, options.base || undefined, used);
    if (base !== undefined && 'message' in base) return fail(io, base.message);
    const outcome = await judge(
      gathered,
      { ...options, shownRules: rules, openBase: base?.open },
      rulebook,
      io,
      progress,
    );
    progress.end();
    if ('message' in outcome) return fail(io, outcome.message);
    return await conclude(outcome, gathered, { ...options, shownRules: rules, openBase: base?.open }, rulebook, io);
  } finally {
    progress.end();
  }
}

function changeRules({ rules }: Rulebook): readonly string[] {
  const ids = rules.filter(({ needs }) => needs.some((need) => need === 'base')).map(({ id }) => id);
  return [...ids, 'plumbline/accepted-change'];
}

/** The options, with the ids of the rules that are asked for; undefined: all. */
type ChosenOptions = ReviewOptions & {
  readonly shownRules: ReadonlySet<string> | undefined;
  readonly openBase: OpenBase | undefined;
};

async function judge(
  gathered: GatheredSources,
  options: ChosenOptions,
  rulebook: Rulebook,
  io: CommandIo,
  progress: Progress,
): Promise<FileFixOutcome | { readonly message: string }> {
  const none = new Map<string, never>();
  if (options.fix === undefined) {
    const review = await reviewGathered(gathered, options, rulebook, io, progress, options.openBase);
    return { review, made: [], changed: none, obstacles: none };
  }
  const isShown = shownIn(gathered);
  const choose = chooseFix(options.fix, rulebook.rules, changeableIn(gathered, options));
  if ('message' in choose) return choose;
  progress.step('Reviewing and fixing …');
  const used = forcePreset(rulebook, options.preset);
  const newSession = () => new ReviewSession(gathered, used, new KnownFiles(gathered.folders), options.openBase);
  const isAsked = ({ uri, ruleId }: ReviewFinding) => isShown(uri) && (options.shownRules?.has(ruleId) ?? true);
  const chooseShown: ChooseFix = (finding, review) => (isAsked(finding) ? choose(finding, review) : undefined);
  if (options.stdinFilename === undefined) return fixFiles(newSession, used, chooseShown);
  return { ...(await fixSources(newSession(), used, chooseShown)), obstacles: none };
}

/** Says what was found and fixed. */
async function conclude(
  outcome: FileFixOutcome,
  gathered: GatheredSources,
  options: ChosenOptions,
  rulebook: Rulebook,
  io: CommandIo,
): Promise<ExitCode> {
  const report = createReport(outcome.review, {
    cwd: io.cwd,
    aliases: gathered.aliases,
    isShown: shownIn(gathered),
    made: outcome.made,
    lowest: options.quiet ? options.failOn : 'info',
    rules: options.shownRules,
    every: options.every,
  });
  for (const note of options.quiet ? [] : await notesOn(outcome, gathered, options, report, rulebook))
    io.stderr.write(`${note}\n`);
  const givesTextBack = options.fix !== undefined && options.stdinFilename !== undefined;
  if (givesTextBack) io.stdout.write(outcome.review.files.get(gathered.named[0] ?? '')?.text ?? '');
  const further = furtherIn(outcome, report, gathered, options, rulebook);
  const { quiet, maxFindings } = options;
  const versions = options.onlyChanges ? versionsOf(outcome.review, shownIn(gathered)) : [];
  const base = options.onlyChanges ? outcome.review.base?.name : undefined;
  const printing = {
    report,
    rules: rulebook.rules,
    base,
    versions,
    changelog:
      options.format === 'changelog'
        ? changelog(outcome.review, report, {
            rules: rulebook.rules,
            versions,
            folders: gathered.folders,
            isShown: shownIn(gathered),
          })
        : '',
    plans: options.format === 'sql' ? migrationPlans(outcome.review, report, shownIn(gathered)) : [],
    further,
    quiet,
    maxFindings,
    environment: io.environment,
  };
  const format = reportFormat(options.format);
  format.print(printing, givesTextBack ? io.stderr : io.stdout);
  format.printFixed?.(printing, io.stderr);
  const failures = [
    ...unwritten(outcome.obstacles, report),
    ...unreadNamed(gathered, report),
    ...unsuitableNamed(gathered, outcome.review, report),
    ...ruleFailures(outcome.review),
  ];
  for (const failure of failures) io.stderr.write(`plumbline: ${failure}\n`);
  return failures.length === 0 ? verdict(report, options) : 2;
}

async function notesOn(
  outcome: FileFixOutcome,
  gathered: GatheredSources,
  { stdinFilename, preset, shownRules }: ChosenOptions,
  report: Report,
  rulebook: Rulebook,
): Promise<readonly string[]> {
  const { review } = outcome;
  const notes = [...reviewNotes(gathered, review, report), ...migrationNotes(outcome, report)];
  if (stdinFilename !== undefined) return notes;
  const compared = { rulebook: forcePreset(rulebook, preset), shownRules, places: report.places };
  return [...notes, ...(await uncomparedNotes(gathered, review, compared))];
}

/** Undefined where no fixes were asked for. */
function furtherIn(
  { whole, obstacles }: FileFixOutcome,
  { files }: Report,
  gathered: GatheredSources,
  options: ReviewOptions,
  { rules }: Rulebook,
): FurtherFixes | undefined {
  if (whole === undefined || options.fix === undefined) return undefined;
  const findings = files.flatMap((file) => file.findings);
  const isChangeable = changeableIn(gathered, options);
  const mayChange = (uri: string) => isChangeable(uri) && !obstacles.has(uri);
  return furtherFixes(findings, { review: whole, rules, mayChange, made: options.fix });
}

function verdict({ files }: Report, { failOn }: ReviewOptions): ExitCode {
  return files.some(({ findings }) => findings.some(({ severity }) => isAtLeast(severity, failOn))) ? 1 : 0;
}

function shownIn({ context }: GatheredSources): (uri: string) => boolean {
  return (uri) => !context.has(uri);
}

/** Which files fixes may change. Text from standard input can be given back; no file on disk is touched then. */
function changeableIn(gathered: GatheredSources, { stdinFilename }: ReviewOptions): (uri: string) => boolean {
  return stdinFilename === undefined ? shownIn(gathered) : (uri) => uri === gathered.named[0];
}

function fail(io: CommandIo, message: string): ExitCode {
  io.stderr.write(`plumbline: ${message}\nSee: plumbline review --help\n`);
  return 2;
}
