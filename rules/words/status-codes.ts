/** Codes nobody registered that proxies and frameworks answer all the same: nginx, Cloudflare, IIS, Laravel. */
export const vendorStatusCodes: ReadonlySet<string> = new Set(
  '419 440 444 449 494 495 496 497 498 499 509 520 521 522 523 524 525 526 527 529 530 598 599'.split(' '),
);

/** The codes of the IANA HTTP Status Code Registry, 306 and 418 (reserved) included. */
export const registeredStatusCodes: ReadonlySet<string> = new Set(
  [
    '100 101 102 103 104',
    '200 201 202 203 204 205 206 207 208 226',
    '300 301 302 303 304 305 306 307 308',
    '400 401 402 403 404 405 406 407 408 409 410 411 412 413 414 415 416 417 418 421 422 423 424 425 426 428 429 431 451',
    '500 501 502 503 504 505 506 507 508 510 511',
  ].flatMap((line) => line.split(' ')),
);
