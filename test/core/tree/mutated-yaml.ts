import type { Random } from '../../support/random.ts';
import { pickFrom } from '../law/chance.ts';

/** What YAML is made of, and what its readers stumble over. */
const pieces = [
  ...'ab0-.:,?#|>[]{}\'"&*!%@`\\~+= \t\n\r\u00e9\u{1f600}\u0085\u2028\ufeff\u0007\0',
  ...[
    '\n',
    '\n',
    '\n  ',
    '\n    ',
    '\n\n',
    '\n      ',
    '\r\n',
    '\r\n  ',
    '  ',
    '    ',
    ' \n',
    '\n \n',
    '\n\t',
    '\n  \t',
  ],
  ...[
    'a: ',
    'b:',
    'a: b',
    ': ',
    ' :',
    '- ',
    '\n- ',
    '\n  - ',
    '-\n',
    '- a: b\n',
    '- - ',
    ' #',
    '# c',
    '#\n',
    '\n# c\n',
    '\n    # c',
  ],
  ...[
    '|\n',
    '>\n',
    '|-\n',
    '>+\n',
    '|2\n',
    '>1-\n',
    '| # c\n',
    '|\n  a\n',
    '>\n    a\n   b\n',
    ': |\n',
    ': >-\n  ',
    '\n   \n',
  ],
  ...[
    '{}',
    '[]',
    '[a, b]',
    '{a: b}',
    '{a:b}',
    '{"a":b}',
    '[a: b]',
    '[a,\n  b]',
    '[-',
    '[-,',
    '{a}',
    '{a: }',
    '{a,',
    ',]',
    '}\n',
    ']: ',
  ],
  ...[
    "''",
    '""',
    "'a'",
    '"b"',
    "'a''b'",
    "'a\n  b'",
    '"a\\\n  b"',
    '\\n',
    '\\x41',
    '\\u00e9',
    '\\q',
    '"a": ',
    "'a' : ",
    '"a":',
  ],
  ...[
    '? ',
    '? a\n: b',
    '&a ',
    '*a',
    '!!str ',
    '<<: ',
    '"<<": ',
    '---',
    '\n---\n',
    '\n...\n',
    '%YAML 1.2\n',
    'null',
    '1.5',
    '-1',
    '.inf',
  ],
];

/** A text that was changed in one to four places, the way typing and bad luck change it. */
export function mutatedYaml(random: Random, text: string): string {
  let mutated = text;
  for (let count = 1 + random.below(4); count > 0; count--) {
    mutated = random.next() < 0.6 ? withPiece(random, mutated) : withChangedLine(random, mutated);
  }
  return mutated;
}

/** A text of a few pieces without any sense. */
export function senselessYaml(random: Random): string {
  return Array.from({ length: 2 + random.below(9) }, () => pickFrom(random, pieces) ?? '').join('');
}

/** A few neighbouring lines of a text. */
export function someLinesOf(random: Random, text: string): string {
  const from = text.lastIndexOf('\n', random.below(text.length)) + 1;
  let to = from;
  for (let count = 1 + random.below(12); count > 0 && to < text.length; count--) {
    const lineBreak = text.indexOf('\n', to);
    to = lineBreak < 0 ? text.length : lineBreak + 1;
  }
  return text.slice(from, to);
}

/** Cuts some units out, puts a piece in, or puts a part of the text in once more. */
function withPiece(random: Random, text: string): string {
  const start = random.below(text.length + 1);
  const removed = random.next() < 0.5 ? 0 : random.below(4);
  const place = random.below(text.length + 1);
  const repeated = text.slice(place, place + 1 + random.below(8));
  const piece = random.next() < 0.2 ? repeated : (pickFrom(random, pieces) ?? '');
  return text.slice(0, start) + (random.next() < 0.2 ? '' : piece) + text.slice(start + removed);
}

function withChangedLine(random: Random, text: string): string {
  const lines = text.split('\n');
  const index = random.below(lines.length);
  const line = lines[index] ?? '';
  const spaces = ' '.repeat(1 + random.below(3));
  switch (random.below(6)) {
    case 0:
      return lines.with(index, spaces + line).join('\n');
    case 1:
      return lines.with(index, line.replace(/^ {1,2}/, '')).join('\n');
    case 2:
      return lines.toSpliced(index, 2, `${line} ${lines[index + 1]?.trim() ?? ''}`).join('\n');
    case 3:
      return lines.toSpliced(index, 0, line).join('\n');
    case 4:
      return lines.toSpliced(index, 1).join('\n');
    default:
      return lines.join('\r\n');
  }
}
