import type { DescriptionContext, OpenApiVersion } from '#core/openapi/model.ts';
import type { WrongValue } from '#core/openapi/spec/fault.ts';
import { type Finding, type Fix, localRule } from '#core/rule.ts';
import type { TreeSection } from '#core/tree/section.ts';
import { validity } from '#rules/checklist.ts';
import { meantValue } from '#rules/detectors/openapi/meant-value.ts';
import { objectTitle, quoted } from '#rules/detectors/openapi/spec-words.ts';
import { asBinary } from '#rules/fixes/openapi/as-binary.ts';
import { asRequestBody, type BodyParameters, bodyParameters } from '#rules/fixes/openapi/as-request-body.ts';
import { openApi, openApiVersions } from '#rules/sources.ts';
import { valueRemedy } from '#rules/words/value-remedies.ts';

export const valueAllowed = localRule({
  id: 'openapi/value-allowed',
  summary: 'Write only values that the specification lists.',
  why: 'A value that is not listed means nothing to any tool, though to people it may look right.',
  item: validity,
  references: [openApi('Specification', 'specification'), openApiVersions],
  severity: 'error',
  recommended: true,
  examples: [
    {
      title: 'A type of a programming language',
      bad: `openapi: 3.1.0
info: { title: Shop, version: '1' }
paths: {}
components:
  schemas:
    Count:
      type: «int»
`,
      good: `openapi: 3.1.0
info: { title: Shop, version: '1' }
paths: {}
components:
  schemas:
    Count:
      type: integer
`,
    },
    {
      title: 'A file in 3.0',
      bad: `{
  "openapi": "3.0.3",
  "info": { "title": "Shop", "version": "1" },
  "paths": {},
  "components": {
    "schemas": {
      "Photo": {
        "type": «"file"»
      }
    }
  }
}
`,
      good: `{
  "openapi": "3.0.3",
  "info": { "title": "Shop", "version": "1" },
  "paths": {},
  "components": {
    "schemas": {
      "Photo": {
        "type": "string",
        "format": "binary"
      }
    }
  }
}
`,
    },
  ],
  on: ['openapi.written'],
  *check({ faults, section, context }) {
    for (const fault of faults) {
      if (fault.kind !== 'wrong-value') continue;
      const body = bodyParametersOf(fault, section, context);
      // One form is one thing, however many fields it has.
      const [first] = body?.found[0] ?? [];
      if (first !== undefined && String(first) !== fault.pointer.at(-2)) continue;
      yield wrongValue(fault, context.version, section.uri, body && asRequestBody(body, section, context));
    }
  },
});

function bodyParametersOf(
  { object, field, pointer }: WrongValue,
  section: TreeSection,
  { version }: DescriptionContext,
): BodyParameters | undefined {
  return object === 'parameter' && field === 'in' && version !== '2.0' ? bodyParameters(section, pointer) : undefined;
}

function wrongValue(fault: WrongValue, version: OpenApiVersion, uri: string, asBody: Fix | undefined): Finding {
  const { value, text, object, field, allowed } = fault;
  const meant = meantValue(fault);
  const remedy =
    valueRemedy(version, fault) ??
    (meant === undefined ? `: write ${quoted(allowed, 'or')}` : `: did you mean “${meant}”?`);
  const end = remedy.endsWith('?') ? '' : '.';
  const fix = asBody ?? asBinary(fault, version, uri) ?? (meant === undefined ? undefined : write(fault, meant, uri));
  const title = objectTitle(version, object);
  return {
    span: value.span,
    message: `“${text}” is no “${field}” of ${title}${remedy}${end}`,
    fixes: fix === undefined ? [] : [fix],
    cause: {
      key: `${object} ${field} ${text} ${fix === undefined}`,
      message: (count) =>
        `“${text}” stands ${count} times for “${field}” in ${title}, where it means nothing${remedy}${end}`,
      ...(fix && { fixTitle: (count: number) => `${fix.title}, ${count} times` }),
    },
  };
}

function write({ pointer, text }: WrongValue, value: string, uri: string): Fix {
  return { title: `Write “${value}” for “${text}”`, safety: 'review', changes: [{ kind: 'set', uri, pointer, value }] };
}
