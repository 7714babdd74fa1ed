import type { Style } from '#cli/style.ts';
import type { ExampleText, Rule, RuleExample } from '#core/rule.ts';
import { parseMarkedText } from '#core/text/marked-text.ts';
import { underlinedLines } from '#core/text/underlined-lines.ts';
import { exampleFiles } from '#rules/example-files.ts';

/** A rule's page for the terminal. */
export function ruleText(rule: Rule, section: string | undefined, style: Style): string {
  const parts = [
    `${style.bold(rule.id)}\n${rule.summary}`,
    wrapped(rule.why),
    factsText(rule, section, style),
    optionsText(rule, style),
    ...rule.examples.map((example) => exampleText(example, rule, style)),
    referencesText(rule, style),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

const pageWidth = 100;

function wrapped(text: string): string {
  const lines = [''];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1) ?? '';
    if (last !== '' && last.length + 1 + word.length > pageWidth) lines.push(word);
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  return lines.join('\n');
}

function factsText({ severity, recommended, item }: Rule, section: string | undefined, style: Style): string {
  const lines = [
    `Guideline  ${section === undefined ? '' : `${section}: `}${item.sentence ?? item.title}`,
    `Severity   ${style[severity](severity)}`,
    `On         ${recommended ? 'by default (preset recommended)' : 'in the preset strict, or when plumbline.yaml gives it a severity'}`,
  ];
  return lines.join('\n');
}

function optionsText({ options = {} }: Rule, style: Style): string {
  const entries = Object.entries(options);
  if (entries.length === 0) return '';
  const rows = entries.map(
    ([name, option]) => `  ${name}: ${JSON.stringify(option.default)}\n      ${option.description}`,
  );
  return `${style.bold('Options')} (with their defaults)\n${rows.join('\n')}`;
}

function exampleText({ title, bad, good }: RuleExample, rule: Rule, style: Style): string {
  return [
    style.bold(title),
    style.error('  finds'),
    indentedFiles(bad, rule, style),
    style.good('  right'),
    indentedFiles(good, rule, style),
  ].join('\n');
}

function indentedFiles(example: ExampleText, rule: Rule, style: Style): string {
  const files = exampleFiles(example, rule.id);
  return files
    .map(({ name, text }) => {
      const marked = parseMarkedText(text);
      const lines = underlinedLines(marked.text, marked.spans).flatMap((line) =>
        line.carets === undefined ? [line.text] : [line.text, style.error(line.carets)],
      );
      const heading = files.length > 1 ? [style.dim(`    ${name}`)] : [];
      return [...heading, ...lines.map((line) => `    ${line}`.trimEnd())].join('\n');
    })
    .join('\n');
}

function referencesText({ references }: Rule, style: Style): string {
  if (references.length === 0) return '';
  const rows = references.map(({ title, url }) => `  ${title}${url === undefined ? '' : `  ${style.dim(url)}`}`);
  return `${style.bold('Sources')}\n${rows.join('\n')}`;
}
