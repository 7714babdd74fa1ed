import { canonicalUri } from '#files/uri.ts';

/** What is known of files as they were. */
interface Former {
  formerText(uri: string): string | undefined;
}

/** `plumbline/baseText`. */
export async function baseText(session: Former, { uri }: { readonly uri: string }): Promise<string | null> {
  return session.formerText(canonicalUri(uri)) ?? null;
}
