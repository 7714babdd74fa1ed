/** Words for what is done with a language model, in the names of columns: `aiCost`, `embedding_cost`. */
export const modelCallWords: ReadonlySet<string> = words(
  'ai llm genai rag embed embedding embeddings rerank reranking inference indexing completion prompt openai anthropic claude gpt gemini mistral cohere',
);

/** Words that make tokens those of a language model: `inputTokens`, `token_count`; one may also buy tokens. */
export const tokenCountWords: ReadonlySet<string> = words(
  'input output prompt completion total cached cache reasoning count counts used usage in out consumed request response',
);

/** Columns, without casing and separators, that name a language model by themselves, and those that may name a car, too. */
export const languageModelNames: ReadonlySet<string> = words(
  'aimodel llmmodel llm modelused embeddingmodel costmodel completionmodel chatmodel aimodelname aimodelid',
);
export const modelNames: ReadonlySet<string> = words('model modelname modelid basemodel');

/** Last words of the names of columns that time a call: `durationMs`, `latency`. */
export const callTimeWords: ReadonlySet<string> = words('ms millis milliseconds latency');

/** Words that say that somebody pays what was counted. */
export const billedWords: ReadonlySet<string> = words(
  'billable billed billing bill invoice invoiced invoices charge charged paid payment price markup',
);

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(' '));
}
