import { wordSet } from '#rules/words/word-list.ts';

/** Words that end the name of a column which a server may fill where nobody sends it: what it derives, counts, or decides. */
export const serverSetWords: ReadonlySet<string> = wordSet(
  'slug handle code number no position order index rank ranking sequence seq sort version revision hash checksum digest token secret key salt status state stage phase step role total subtotal tax balance count counts counter score rating average sum size length progress percentage currency locale language lang timezone tz region ip agent fingerprint avatar color colour initials plan tier visibility source origin provider channel environment env type kind mode format mimetype mime filename extension prefix suffix',
);

/** Words of those who are known from the credentials: `ownerId`, `tenant_id`, `createdBy`. */
export const actorWords: ReadonlySet<string> = wordSet(
  'user owner author creator actor sender reporter requester uploader poster submitter account tenant org organization organisation workspace company team by',
);
