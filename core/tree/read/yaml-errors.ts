import type { ErrorCode, YAMLError } from 'yaml';
import type { SyntaxProblem } from '#core/tree/section.ts';

/** An error of the `yaml` package as a problem of ours, within the text. */
export function describeYamlError(error: YAMLError, text: string): SyntaxProblem {
  const start = Math.min(Math.max(error.pos[0], 0), text.length);
  const end = Math.min(Math.max(error.pos[1], start), text.length);
  return {
    code: error.code === 'TAB_AS_INDENT' ? 'tab-indentation' : 'syntax',
    span: { start, end },
    message: messages[error.code] ?? `This is not valid YAML: ${error.message}.`,
  };
}

/** The first character that YAML text may not contain (YAML 1.2.2 §5.1); the library reads over it. */
export function findControlCharacter(text: string): SyntaxProblem | undefined {
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if ((unit >= 32 && unit !== 127) || unit === 9 || unit === 10 || unit === 13) continue;
    return {
      code: 'syntax',
      span: { start: index, end: index + 1 },
      message: 'Control characters are not allowed here.',
    };
  }
  return undefined;
}

const messages: { readonly [code in ErrorCode]?: string } = {
  ALIAS_PROPS: 'An alias takes neither an anchor nor a tag.',
  BAD_ALIAS: 'An alias needs the name of an anchor.',
  BAD_DIRECTIVE: 'This directive is not valid.',
  BAD_DQ_ESCAPE: 'A double-quoted string has no such escape; write “\\\\” for a backslash.',
  BAD_INDENT: 'This line is not indented as its place asks for.',
  BAD_PROP_ORDER: 'An anchor or tag stands in front of the value, after the colon or dash.',
  BAD_SCALAR_START: 'A value cannot start with this character unless it is quoted.',
  BLOCK_AS_IMPLICIT_KEY:
    'A value that is itself a map belongs on the next line, or in quotes if it is text with a colon.',
  BLOCK_IN_FLOW: 'Inside brackets everything is written with brackets.',
  KEY_OVER_1024_CHARS: 'A key has at most 1024 characters.',
  MISSING_CHAR: 'A closing quote or bracket, a comma or a space is missing here.',
  MULTILINE_IMPLICIT_KEY: 'A key stands on one line, with a colon behind it.',
  MULTIPLE_ANCHORS: 'A value has one anchor.',
  MULTIPLE_TAGS: 'A value has one tag.',
  TAB_AS_INDENT: 'YAML is indented with spaces, not with tabs.',
  TAG_RESOLVE_FAILED: 'This tag does not fit its value.',
};
