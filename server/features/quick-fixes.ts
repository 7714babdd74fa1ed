import { type CodeAction, CodeActionKind, type CodeActionParams, type Command } from 'vscode-languageserver';
import type { Review } from '#core/review.ts';
import type { ReviewFinding } from '#core/review-finding.ts';
import { configFileName } from '#core/source.ts';
import { acceptTitle, isAcceptable } from '#server/features/acceptance.ts';
import { findingKey } from '#server/features/action-plan.ts';
import { type FindingAt, type FindingsInput, findingsAt } from '#server/features/findings-at.ts';
import { fixActions, type PlannedAction } from '#server/features/fix-actions.ts';
import { countFixes } from '#server/features/fix-all.ts';
import { switchFor, type TurnOffInput } from '#server/features/turn-off.ts';
import type { Client, Shown, Texts } from '#server/inputs.ts';
import type { AcceptTarget, IgnoreTarget, PlacesTarget } from '#server/protocol.ts';
import { toDiagnostic } from '#server/shown/convert.ts';

/** What is needed to list what can be done. */
export type QuickFixInput = FindingsInput &
  TurnOffInput &
  Texts &
  Pick<Shown, 'contextOf'> &
  Client<'commands' | 'showsDisabledActions'>;

/**
 * The actions for what is found where a range touches it: first the fixes, those of one rule together, then what shows more, what
 * ignores, the pages, and what turns the rules off. Of findings that are told as one each has its own fixes, then those of the one that tells of it.
 */
export function quickFixes(
  session: QuickFixInput,
  review: Review,
  uri: string,
  params: CodeActionParams,
): PlannedAction[] {
  const found = findingsAt(session, review, uri, params.range);
  const list = new ActionList(session, review, params);
  const byRule = new Map<string, FindingAt[]>();
  for (const each of found) byRule.set(each.finding.ruleId, [...(byRule.get(each.finding.ruleId) ?? []), each]);
  const fixes = [...byRule].flatMap(([ruleId, own]) => {
    const ofRule = [...list.fixes(own), ...list.fixRule(uri, ruleId)];
    return byRule.size < 2 ? ofRule : ofRule.map((action) => named(action, ruleId));
  });
  const folds = new Set(found.map(({ finding, fold }) => fold ?? finding));
  const accepted = found.flatMap((each) => list.accept(each));
  const others = [...byRule.values()].flatMap(([first]) => (first === undefined ? [] : list.ignore(first)));
  return [
    ...fixes,
    ...[...folds].flatMap((fold) => list.places(fold)),
    ...accepted,
    ...others,
    ...list.pages([...byRule.keys()]),
    ...list.turnOff(uri, [...byRule.keys()]),
  ];
}

/** Where findings of several rules meet, it tells whose fix it is. */
function named(action: PlannedAction, ruleId: string): PlannedAction {
  const name = ruleId.slice(ruleId.indexOf('/') + 1);
  return action.title.includes(name) ? action : { ...action, title: `${action.title} (${name})` };
}

class ActionList {
  readonly #session: QuickFixInput;
  readonly #review: Review;
  readonly #params: CodeActionParams;

  constructor(session: QuickFixInput, review: Review, params: CodeActionParams) {
    this.#session = session;
    this.#review = review;
    this.#params = params;
  }

  fixes(found: readonly FindingAt[]): readonly PlannedAction[] {
    const told = new Set(found.flatMap(({ fold }) => fold ?? []));
    const own = found.filter(({ finding }) => !told.has(finding));
    const shown = new Set(own.flatMap(({ finding }) => finding.fixes));
    return [
      ...own.flatMap(({ finding, fold }) => this.#fixesOf(finding, fold ?? finding)),
      // Where one fix mends all that are told as one, it is each one's own.
      ...[...told].flatMap((fold) => (fold.fixes.every((fix) => shown.has(fix)) ? [] : this.#fixesOf(fold, fold))),
    ];
  }

  fixRule(uri: string, ruleId: string): readonly PlannedAction[] {
    const count = countFixes(this.#review, uri, ruleId);
    if (count < 2) return [];
    const title = `Fix all ${count} ${ruleId} problems in this file`;
    return [{ title, kind: CodeActionKind.QuickFix, data: { kind: 'fixRule', uri, ruleId } }];
  }

  /** Only for clients that can show them. */
  places(fold: ReviewFinding): readonly PlannedAction[] {
    const { members, uri } = fold;
    if (members.length === 0 || !this.#session.abilities.commands.has('plumbline.showPlaces')) return [];
    const { textDocument, range } = this.#params;
    const target: PlacesTarget = {
      ...findingKey(fold),
      uri: this.#session.documents.clientDocument(uri).uri,
      from: { uri: textDocument.uri, position: range.start },
    };
    const title = `Show all ${members.length} places of ${fold.ruleId}`;
    return [commandAction({ title, command: 'plumbline.showPlaces', arguments: [target] })];
  }

  /** For changes, where the list can be edited. */
  accept({ finding, fold }: FindingAt): readonly PlannedAction[] {
    if (!isAcceptable(this.#session, this.#review, finding)) return [];
    const title = acceptTitle(finding);
    const { uri } = finding;
    const base = { title, kind: CodeActionKind.QuickFix, diagnostics: this.#diagnosticsOf(fold ?? finding) };
    if (!this.#session.abilities.commands.has('plumbline.acceptChange'))
      return [{ ...base, data: { kind: 'accept', uri, finding: findingKey(finding) } }];
    const target: AcceptTarget = {
      uri: this.#session.documents.clientDocument(uri).uri,
      ...findingKey(finding),
    };
    return [{ ...base, command: { title, command: 'plumbline.acceptChange', arguments: [target] } }];
  }

  ignore({ finding, fold }: FindingAt): readonly PlannedAction[] {
    const { ruleId, uri, span } = finding;
    if (ruleId.startsWith('plumbline/')) return [];
    const title = `Ignore ${ruleId} here with a reason…`;
    const diagnostics = this.#diagnosticsOf(fold ?? finding);
    const base = { title, kind: CodeActionKind.QuickFix, diagnostics };
    if (!this.#session.abilities.commands.has('plumbline.ignoreWithReason')) {
      return [{ ...base, data: { kind: 'ignore', uri, finding: findingKey(finding) } }];
    }
    const target: IgnoreTarget = {
      uri: this.#session.documents.clientDocument(uri).uri,
      ruleId,
      range: this.#session.lines.rangeOf(this.#review, uri, span),
    };
    return [{ ...base, command: { title, command: 'plumbline.ignoreWithReason', arguments: [target] } }];
  }

  pages(ruleIds: readonly string[]): readonly PlannedAction[] {
    if (!this.#session.abilities.commands.has('plumbline.openRulePage')) return [];
    return ruleIds
      .filter((ruleId) => !ruleId.startsWith('plumbline/'))
      .map((ruleId) => {
        const title = `Open the page of ${ruleId}`;
        return commandAction({ title, command: 'plumbline.openRulePage', arguments: [ruleId] });
      });
  }

  /** In `plumbline.yaml`, where the client can edit it. */
  turnOff(uri: string, ruleIds: readonly string[]): readonly PlannedAction[] {
    return ruleIds
      .filter((ruleId) => switchFor(this.#session, this.#review, uri, ruleId) !== undefined)
      .map((ruleId) => {
        const title = `Turn off ${ruleId} in ${configFileName}`;
        return { title, kind: CodeActionKind.QuickFix, data: { kind: 'turnOff', uri, ruleId } };
      });
  }

  /** `shown` is what the client has a diagnostic of. */
  #fixesOf(finding: ReviewFinding, shown: ReviewFinding): readonly PlannedAction[] {
    return fixActions(this.#session, this.#review, finding, this.#diagnosticsOf(shown));
  }

  #diagnosticsOf(finding: ReviewFinding): NonNullable<CodeAction['diagnostics']> {
    const own = toDiagnostic(finding, this.#session.contextOf(this.#review));
    return this.#params.context.diagnostics.filter(({ code, message }) => code === own.code && message === own.message);
  }
}

function commandAction(command: Command): PlannedAction {
  return { title: command.title, kind: CodeActionKind.QuickFix, command };
}
