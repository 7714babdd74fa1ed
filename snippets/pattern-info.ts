export interface PatternInfo {
  /** What is typed to get it as a snippet: `oas-list-cursor`. */
  readonly id: string;
  readonly title: string;
  /** A sentence about what it inserts. */
  readonly description: string;
  /** What else it is looked for as: synonyms and the names of what it is made of. */
  readonly keywords: readonly string[];
}
