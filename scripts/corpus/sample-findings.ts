import { parseArgs } from 'node:util';
import { singleFindings } from '#core/place/folded-findings.ts';
import type { ReviewFinding } from '#core/review-finding.ts';
import { LineIndex } from '#core/text/line-index.ts';
import { rules } from '#rules/index.ts';
import { presets } from '#rules/presets/presets.ts';
import type { Reading } from '#rules/readings.ts';
import { corpusFolder, corpusWorkspaces, reviewWorkspace } from './corpus-workspaces.ts';
import { recordReading } from './record-reading.ts';

interface Found {
  readonly file: string;
  readonly finding: ReviewFinding;
  readonly text: string;
}

/**
 * Prints how often a rule speaks on the corpus, and a sample of its findings spread over the files. With `--record` it writes into
 * `rules/readings.json` that so many (`--count`) were read, and how many of them were wrong and noise.
 */
function main(): void {
  const { values } = parseArgs({
    options: {
      rule: { type: 'string', multiple: true },
      count: { type: 'string', default: '20' },
      only: { type: 'string' },
      context: { type: 'string', default: '2' },
      record: { type: 'boolean', default: false },
      wrong: { type: 'string', default: '0' },
      noise: { type: 'string', default: '0' },
    },
  });
  const corpus = corpusFolder();
  if (corpus === undefined) throw new Error('There is no corpus beside the project (../shared/corpus).');
  const chosen = values.rule === undefined ? rules.filter(({ recommended }) => recommended) : rulesNamed(values.rule);
  const all = { name: 'recommended', description: '', base: 'all', rules: {} } as const;
  const found: Found[] = [];
  for (const workspace of corpusWorkspaces(corpus)) {
    if (values.only !== undefined && !workspace.name.includes(values.only)) continue;
    const started = performance.now();
    const reviewed = reviewWorkspace(workspace, { rules: chosen, presets: [all, ...presets] });
    const told = [...reviewed.files.values()].flatMap(({ findings }) => findings);
    const own = [...singleFindings(told)].map((finding) => ({
      file: decodeURIComponent(finding.uri.slice(finding.uri.indexOf('/corpus/') + 8)),
      finding,
      text: reviewed.files.get(finding.uri)?.text ?? '',
    }));
    found.push(...own);
    const time = Math.round(performance.now() - started);
    console.log(`${String(own.length).padStart(6)}  ${String(time).padStart(6)} ms  ${workspace.name}`);
  }
  printTotals(found);
  if (values.record) {
    const [read, wrong, noise] = [values.count, values.wrong, values.noise].map(Number);
    for (const { id } of chosen) recordReading(id, readingFrom(id, found, read ?? 0, wrong ?? 0, noise ?? 0));
    return;
  }
  printSample(found, Number(values.count), Number(values.context));
}

function readingFrom(rule: string, found: readonly Found[], read: number, wrong: number, noise: number): Reading {
  const own = found.filter(({ finding }) => finding.ruleId === rule);
  const files = new Set(own.map(({ file }) => file)).size;
  const on = new Date().toISOString().slice(0, 10);
  return { rule, on, findings: own.length, files, read: Math.min(read, own.length), wrong, noise };
}

function rulesNamed(ids: readonly string[]): typeof rules {
  const chosen = rules.filter(({ id }) => ids.includes(id));
  if (chosen.length === 0 && !ids.includes('none')) throw new Error(`No rule is called ${ids.join(' or ')}.`);
  return chosen;
}

function printTotals(found: readonly Found[]): void {
  const totals = new Map<string, number>();
  for (const { finding } of found) totals.set(finding.ruleId, (totals.get(finding.ruleId) ?? 0) + 1);
  for (const [ruleId, total] of [...totals].sort((a, b) => b[1] - a[1]))
    console.log(`${String(total).padStart(6)}  ${ruleId}`);
}

/** One finding of each file in turn, so that no file crowds out the others. */
function printSample(found: readonly Found[], count: number, context: number): void {
  const byFile = new Map<string, Found[]>();
  for (const entry of found) byFile.set(entry.file, [...(byFile.get(entry.file) ?? []), entry]);
  const chosen: Found[] = [];
  for (let round = 0; chosen.length < Math.min(count, found.length); round++) {
    for (const entries of byFile.values()) {
      const entry = entries[(round * 7919) % entries.length];
      if (round < entries.length && entry !== undefined && !chosen.includes(entry) && chosen.length < count)
        chosen.push(entry);
    }
    if (round > 100_000) break;
  }
  for (const entry of chosen) printFinding(entry, context);
}

function printFinding({ file, finding, text }: Found, context: number): void {
  const index = new LineIndex(text);
  const { line, character } = index.positionAt(finding.span.start);
  console.log(`\n${file}:${line + 1}:${character + 1}  ${finding.severity}  ${finding.ruleId}\n  ${finding.message}`);
  for (const fix of finding.fixes) console.log(`  fix (${fix.safety}): ${fix.title}`);
  for (let at = Math.max(0, line - context); at <= line + context; at++) {
    console.log(`  ${at === line ? '>' : ' '} ${index.lineText(at).slice(0, 160)}`);
  }
}

main();
