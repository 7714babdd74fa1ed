import { type Review, review } from '#core/review.ts';
import type { ReviewSettings } from '#core/review-settings.ts';
import { localRule, type Rule, type Severity } from '#core/rule.ts';
import { recommendedRules, ruleInfo } from '../support/test-rule.ts';

/** Where the files of `say` stand. */
export const folder = 'file:///w/';

/** A description with one operation. */
export const root =
  'openapi: 3.1.0\ninfo: { title: T, version: "1" }\npaths:\n  /users:\n    get:\n      responses: {}\n';

/** Finds every operation. */
export const everyOperation = localRule({
  ...ruleInfo,
  id: 'openapi/every-operation',
  on: ['openapi.operation'],
  options: { word: { default: 'bad', description: 'What to say.' } },
  *check(operation, _scope, { word }) {
    yield { span: operation.anchor, message: `${operation.method} is ${word}.` };
  },
});

/** What a review said of some files. */
export interface Said {
  readonly reviewed: Review;
  /** Each finding; its place is the file and the text it stands at. */
  readonly said: readonly {
    readonly place: string;
    readonly ruleId: string;
    readonly severity: Severity;
    readonly message: string;
  }[];
  /** `place | rule | message` */
  readonly lines: readonly string[];
}

/** Reviews files by name, below `folder`. */
export function say(
  files: { readonly [name: string]: string },
  rules: readonly Rule[],
  extra: Partial<ReviewSettings> = {},
): Said {
  const sources = Object.entries(files).map(([name, text]) => ({ uri: folder + name, text }));
  const settings = { folders: [folder], preset: 'recommended', unread: new Map(), ...extra };
  const reviewed = review(sources, { rules, presets: [recommendedRules] }, settings);
  const said = [...reviewed.files.values()].flatMap(({ uri, text, findings }) =>
    findings.map(({ ruleId, severity, span, message }) => ({
      place: `${uri.slice(folder.length)} ${text.slice(span.start, span.end)}`,
      ruleId,
      severity,
      message,
    })),
  );
  return { reviewed, said, lines: said.map(({ place, ruleId, message }) => `${place} | ${ruleId} | ${message}`) };
}
