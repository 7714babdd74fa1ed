import { globalRule, localRule } from '#core/rule.ts';
import type { Rulebook } from '#core/rulebook.ts';
import type { Span } from '#core/text/span.ts';
import { everyRule, recommendedRules, ruleInfo } from '../../support/test-rule.ts';

const columnLowerCase = localRule({
  ...ruleInfo,
  id: 'table/column-lower-case',
  on: ['table.column'],
  *check({ name, section }) {
    const { value, span } = name;
    if (value === value.toLowerCase()) return;
    const edit = { span, newText: value.toLowerCase() };
    const changes = [{ kind: 'text', section, edits: [edit] }] as const;
    yield {
      span,
      message: `“${value}” has capitals.`,
      fixes: [{ title: `Write “${value.toLowerCase()}”`, safety: 'safe', changes }],
    };
  },
});

/** Looks beyond its section. */
const targetThere = localRule({
  ...ruleInfo,
  id: 'table/target-there',
  on: ['table.column'],
  *check({ type, leadsTo }, scope) {
    if (!leadsTo || scope.find('table.table', type.value) !== undefined || !scope.isUnderstood()) return;
    yield { span: type.span, message: `There is no table “${type.value}”.` };
  },
});

interface ColumnFact {
  readonly key: string;
  readonly type: string;
  readonly span: Span;
}

/** Compares sections. */
const columnAlike = globalRule({
  ...ruleInfo,
  id: 'table/column-alike',
  on: ['table.column'],
  *gather({ name, type, leadsTo }): Iterable<ColumnFact> {
    if (!leadsTo) yield { key: name.value, type: type.value, span: type.span };
  },
  *compare(facts) {
    const [first, ...others] = facts;
    for (const { section, value } of others) {
      if (first === undefined || value.type === first.value.type) continue;
      const { key, type, span } = value;
      const related = [{ section: first.section, span: first.value.span, message: 'Here.' }];
      yield { section, value: { span, message: `“${key}” is ${type} here, ${first.value.type} elsewhere.`, related } };
    }
  },
});

export const rulebook: Rulebook = {
  rules: [columnAlike, columnLowerCase, targetThere],
  presets: [recommendedRules, everyRule],
};
