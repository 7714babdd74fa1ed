import type { OpenApiVersion, Written } from '#core/openapi/model.ts';
import type { UnfitField, UnknownField } from '#core/openapi/spec/fault.ts';
import { type Finding, localRule, type Scope } from '#core/rule.ts';
import { validity } from '#rules/checklist.ts';
import { fieldHome } from '#rules/detectors/openapi/field-home.ts';
import { keywordsBeside } from '#rules/detectors/openapi/keywords-beside.ts';
import { isOfSchema } from '#rules/detectors/openapi/of-schema.ts';
import { objectTitle, quoted } from '#rules/detectors/openapi/spec-words.ts';
import { strayFields } from '#rules/detectors/openapi/stray-fields.ts';
import { homeward } from '#rules/fixes/openapi/homeward.ts';
import { renameToMeant } from '#rules/fixes/openapi/rename-to-meant.ts';
import { withoutUnfit } from '#rules/fixes/openapi/without-unfit.ts';
import { openApi, openApiVersions } from '#rules/sources.ts';

export const fieldKnown = localRule({
  id: 'openapi/field-known',
  summary: 'Write only fields that the specification knows, each where it belongs.',
  why: 'What a field with an unknown name says is lost without a word: tools pass it by.',
  item: validity,
  references: [openApi('Specification', 'specification'), openApiVersions],
  severity: 'error',
  recommended: true,
  examples: [
    {
      title: 'A misspelt field',
      bad: `openapi: 3.1.0
info:
  title: Shop
  version: '1'
paths:
  /orders:
    get:
      «paramters»:
        - name: page
          in: query
          schema: { type: integer }
      responses:
        '200': { description: The orders. }
`,
      good: `openapi: 3.1.0
info:
  title: Shop
  version: '1'
paths:
  /orders:
    get:
      parameters:
        - name: page
          in: query
          schema: { type: integer }
      responses:
        '200': { description: The orders. }
`,
    },
    {
      title: 'Fields that belong one level deeper',
      bad: `openapi: 3.0.3
info:
  title: Shop
  version: '1'
paths:
  /orders:
    get:
      parameters:
        - name: page
          in: query
          «type»: integer
          minimum: 1
      responses:
        '200':
          description: The orders.
`,
      good: `openapi: 3.0.3
info:
  title: Shop
  version: '1'
paths:
  /orders:
    get:
      parameters:
        - name: page
          in: query
          schema:
            type: integer
            minimum: 1
      responses:
        '200':
          description: The orders.
`,
    },
    {
      title: 'A field of another version',
      bad: `{
  "swagger": "2.0",
  "info": { "title": "Shop", "version": "1" },
  "paths": {},
  "definitions": {
    "Order": { "type": "object", «"oneOf"»: [{ "type": "object" }] }
  }
}
`,
      good: `{
  "swagger": "2.0",
  "info": { "title": "Shop", "version": "1" },
  "paths": {},
  "definitions": {
    "Order": { "type": "object" }
  }
}
`,
    },
  ],
  on: ['openapi.written'],
  *check(written, scope) {
    const { faults, section, context } = written;
    for (const { fault, names } of strayFields(faults, context.version, () => scope.rootKeys()))
      yield fault.kind === 'unknown-field'
        ? unknownField(fault, names, written, scope)
        : unfitField(fault, names, context.version, section.uri);
  },
});

function unknownField(
  fault: UnknownField,
  names: readonly string[],
  { section: { uri }, context }: Written,
  scope: Scope,
): Finding {
  const { object, key } = fault;
  const { version } = context;
  if (isOfSchema(fault, version)) return keywordsBeside(fault, names, version, uri);
  const title = objectTitle(version, object);
  const rename = renameToMeant(fault, version, uri);
  const home = rename === undefined ? fieldHome(version, object, key.value) : '';
  const ended = (isMany: boolean) => (rename === undefined ? ending(home, isMany) : `: did you mean “${rename.name}”?`);
  const fix = rename?.fix ?? homeward(fault, names, { uri, context }, scope);
  const are = names.length === 1 ? 'is no field' : 'are no fields';
  return {
    span: key.span,
    message: `${quoted(names, 'and')} ${are} of ${title}${ended(names.length > 1)}`,
    fixes: fix === undefined ? [] : [fix],
    cause: {
      key: `${object} ${key.value} ${rename?.name ?? ''} ${fix === undefined}`,
      message: (count) => `“${key.value}” stands ${count} times in ${title}, which has no such field${ended(false)}`,
      ...(fix && { fixTitle: (count: number) => `${fix.title}, ${count} times` }),
    },
  };
}

function unfitField(fault: UnfitField, names: readonly string[], version: OpenApiVersion, uri: string): Finding {
  const { object, key, condition, isExcluded } = fault;
  const beside = `beside “${condition.field}: ${condition.values.join('”, “')}”`;
  const all = quoted(names, 'and');
  const [say, belong] = names.length === 1 ? ['says', 'it belongs'] : ['say', 'they belong'];
  const where = isExcluded ? `that is so ${beside}` : `in ${objectTitle(version, object)} ${belong} ${beside}`;
  const fix = withoutUnfit(fault, names, version, uri);
  return {
    span: key.span,
    message: `${all} ${say} nothing here: ${where}.`,
    fixes: fix === undefined ? [] : [fix],
    cause: {
      key: `unfit ${object} ${names.join(' ')} ${fix === undefined}`,
      message: (count) => `${all} ${say} nothing ${count} times: ${where}.`,
      ...(fix && { fixTitle: (count: number) => `${fix.title}, ${count} times` }),
    },
  };
}

function ending(home: string, isMany: boolean): string {
  return home === '' ? '.' : `: ${isMany ? home.replace(/^it belongs/, 'they belong') : home}.`;
}
