import type { ExampleText, Rule, RuleExample, RuleOption } from '#core/rule.ts';
import { parseMarkedText } from '#core/text/marked-text.ts';
import { underlinedLines } from '#core/text/underlined-lines.ts';
import { exampleFiles } from '#rules/example-files.ts';
import { presets } from '#rules/presets/presets.ts';
import { readingOf, readingText } from '#rules/readings.ts';
import { ruleSample } from '#rules/rule-sample.ts';

/** The page of a rule as Markdown: what, why, examples, options, how to ignore it, sources. */
export function rulePage(rule: Rule): string {
  const parts = [
    `# ${rule.id}`,
    rule.summary,
    `Severity: ${rule.severity}. ${rule.recommended ? 'On by default.' : `Off by default; ${presetsText(rule)}.`} Guideline: ${rule.item.sentence ?? rule.item.title}.`,
    `## Why\n\n${rule.why}`,
    `## Examples\n\n${rule.examples.map((example) => exampleText(example, rule)).join('\n\n')}`,
    optionsText(rule),
    ignoreText(rule),
    readText(rule),
    referencesText(rule),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/** Which presets turn on a rule that is off by default. */
function presetsText({ id }: Rule): string {
  const names = presets
    .filter(({ base, turnsOn = [], rules }) => {
      const isOn = base === 'all' || turnsOn.includes(id);
      return (rules[id]?.severity ?? (isOn ? 'on' : 'off')) !== 'off';
    })
    .map(({ name }) => `\`${name}\``);
  if (names.length === 0) return '`plumbline.yaml` turns it on by giving it a severity';
  return `the ${names.length === 1 ? 'preset' : 'presets'} ${names.join(', ')} ${names.length === 1 ? 'turns' : 'turn'} it on`;
}

function exampleText({ title, bad, good }: RuleExample, rule: Rule): string {
  return `### ${title}\n\nReported:\n\n${fences(bad, rule)}\n\nCorrect:\n\n${fences(good, rule)}`;
}

function fences(example: ExampleText, rule: Rule): string {
  const files = exampleFiles(example, rule.id);
  return files.map(({ name, text }) => (files.length > 1 ? `\`${name}\`\n\n` : '') + fence(name, text)).join('\n\n');
}

function fence(fileName: string, marked: string): string {
  const ending = fileName.slice(fileName.lastIndexOf('.') + 1);
  const { text, spans } = parseMarkedText(marked);
  const comment = ending === 'yaml' || ending === 'yml' ? '#' : '//';
  const lines = underlinedLines(text, spans).flatMap((line) =>
    line.carets === undefined ? [line.text] : [line.text, commentedCarets(line.carets, comment)],
  );
  const language = ending === 'json' && spans.length > 0 ? 'jsonc' : ending;
  return `\`\`\`${language}\n${lines.join('\n')}\n\`\`\``;
}

/** The caret line as a comment of the language; at the left edge the comment sign takes the place of spaces or carets. */
function commentedCarets(carets: string, comment: string): string {
  const rest = carets.slice(comment.length);
  return comment + (rest.includes('^') ? rest : `${rest}^`);
}

function optionsText({ id, options = {} }: Rule): string {
  const entries = Object.entries(options);
  const [first] = entries;
  if (first === undefined) return '';
  const rows = entries.map(
    ([name, option]) => `| \`${name}\` | ${typeOf(option)} | ${defaultText(option)} | ${option.description} |`,
  );
  const sample = `rules:\n  ${id}:\n    ${first[0]}: ${sampleValue(first[1])}`;
  const table = ['| Option | Type | Default | Meaning |', '|---|---|---|---|', ...rows].join('\n');
  const hasWords = entries.some(([, option]) => typeof option.default === 'object');
  const words = hasWords ? ' `add` and `remove` change a list, and a plain list replaces it.' : '';
  const lists = entries.filter(([, option]) => isLong(option)).map(([name, option]) => longDefault(name, option));
  return [
    `## Options\n\n${table}`,
    ...lists,
    `Set them in \`plumbline.yaml\`.${words}\n\n\`\`\`yaml\n${sample}\n\`\`\``,
  ].join('\n\n');
}

/** So many words stand in the table. */
const mostWords = 8;

function isLong({ default: usual }: RuleOption): boolean {
  return typeof usual === 'object' && usual.length > mostWords;
}

/** A long list stands below the table. */
function defaultText(option: RuleOption): string {
  const { default: usual } = option;
  if (typeof usual !== 'object') return `\`${JSON.stringify(usual)}\``;
  return isLong(option) ? `${usual.length} words, below` : usual.length === 0 ? 'none' : codeList(usual);
}

function longDefault(name: string, { default: usual }: RuleOption): string {
  return `The default of \`${name}\`: ${typeof usual === 'object' ? codeList(usual) : ''}.`;
}

function codeList(words: readonly string[]): string {
  return words.map((word) => `\`${word}\``).join(', ');
}

function sampleValue({ default: usual }: RuleOption): string {
  if (typeof usual !== 'object') return JSON.stringify(usual);
  const removed = usual[0] === undefined ? '' : `, remove: [${usual[0]}]`;
  return `{ add: [another]${removed} }`;
}

function typeOf(option: RuleOption): string {
  return typeof option.default === 'object' ? 'list of strings' : typeof option.default;
}

function ignoreText({ id }: Rule): string {
  const places = ruleSample(id)
    .ignoring(id)
    .map(({ place, text, fence: language }) => `${place}:\n\n\`\`\`${language}\n${text}\n\`\`\``);
  const off = `Everywhere, in \`plumbline.yaml\`:\n\n\`\`\`yaml\nrules:\n  ${id}: off\n\`\`\``;
  return `## Ignoring it\n\n${[...places, off].join('\n\n')}`;
}

function readText({ id }: Rule): string {
  const reading = readingOf(id);
  return reading === undefined ? '' : `## On real files\n\n${readingText(reading)}`;
}

function referencesText({ references }: Rule): string {
  if (references.length === 0) return '';
  const rows = references.map(({ title, url }) => (url === undefined ? `- ${title}` : `- [${title}](${url})`));
  return `## Sources\n\n${rows.join('\n')}`;
}
