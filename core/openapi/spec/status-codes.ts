/** A status code of the IANA HTTP Status Code Registry. */
export interface StatusCode {
  readonly title: string;
  /** What it tells a client, in our own words. */
  readonly about: string;
  /** The RFC and the section that define it. */
  readonly rfc: number;
  readonly section: string;
}

/** Codes that descriptions name, the usual ones first. */
export const statusCodes: ReadonlyMap<string, StatusCode> = new Map([
  code('200', 'OK', 'It was done; the body has what was asked for.', 9110, '15.3.1'),
  code('201', 'Created', 'Something was made; `Location` tells where it is.', 9110, '15.3.2'),
  code('202', 'Accepted', 'It will be done later; the body may tell where to ask.', 9110, '15.3.3'),
  code('204', 'No Content', 'It was done; there is no body.', 9110, '15.3.5'),
  code('400', 'Bad Request', 'The request cannot be understood.', 9110, '15.5.1'),
  code('401', 'Unauthorized', 'Nobody knows who is calling; `WWW-Authenticate` tells how to say it.', 9110, '15.5.2'),
  code('403', 'Forbidden', 'The caller is known, and may not do this.', 9110, '15.5.4'),
  code('404', 'Not Found', 'There is no such thing, or it is not to be told that there is.', 9110, '15.5.5'),
  code('409', 'Conflict', 'It cannot be done in the state things are in now.', 9110, '15.5.10'),
  code('422', 'Unprocessable Content', 'The request is well formed, and what it says cannot be done.', 9110, '15.5.21'),
  code(
    '429',
    'Too Many Requests',
    'Too much was asked in too short a time; `Retry-After` tells when to come back.',
    6585,
    '4',
  ),
  code('500', 'Internal Server Error', 'The server failed, for reasons of its own.', 9110, '15.6.1'),
  code(
    '503',
    'Service Unavailable',
    'The server cannot answer now; `Retry-After` may tell when it can.',
    9110,
    '15.6.4',
  ),
  code('100', 'Continue', 'The body may be sent now.', 9110, '15.2.1'),
  code('101', 'Switching Protocols', 'The connection goes on in another protocol.', 9110, '15.2.2'),
  code('102', 'Processing', 'It is being worked on still.', 2518, '10.1'),
  code('103', 'Early Hints', 'Headers of the final answer that are known already.', 8297, '2'),
  code('203', 'Non-Authoritative Information', 'It was done, and what comes was changed on the way.', 9110, '15.3.4'),
  code('205', 'Reset Content', 'It was done; the form it was sent from may be emptied.', 9110, '15.3.6'),
  code('206', 'Partial Content', 'The part that `Range` asked for.', 9110, '15.3.7'),
  code('207', 'Multi-Status', 'Several things were done, each with a status of its own.', 4918, '11.1'),
  code('208', 'Already Reported', 'It was told before in the same answer.', 5842, '7.1'),
  code('226', 'IM Used', 'What comes is a change of what the client has.', 3229, '10.4.1'),
  code('300', 'Multiple Choices', 'There are several to choose from.', 9110, '15.4.1'),
  code('301', 'Moved Permanently', 'It is elsewhere for good: see `Location`.', 9110, '15.4.2'),
  code('302', 'Found', 'It is elsewhere for now: see `Location`.', 9110, '15.4.3'),
  code('303', 'See Other', 'The answer is to be fetched elsewhere: see `Location`.', 9110, '15.4.4'),
  code('304', 'Not Modified', 'What the client has is still right.', 9110, '15.4.5'),
  code('307', 'Temporary Redirect', 'The same request is to be sent elsewhere for now.', 9110, '15.4.8'),
  code('308', 'Permanent Redirect', 'The same request is to be sent elsewhere for good.', 9110, '15.4.9'),
  code('402', 'Payment Required', 'Kept for later use; some ask for payment with it.', 9110, '15.5.3'),
  code('405', 'Method Not Allowed', 'The method is not for this path; `Allow` tells which are.', 9110, '15.5.6'),
  code('406', 'Not Acceptable', 'It cannot be answered in any form that `Accept` names.', 9110, '15.5.7'),
  code('407', 'Proxy Authentication Required', 'The proxy does not know who is calling.', 9110, '15.5.8'),
  code('408', 'Request Timeout', 'The request took too long to arrive.', 9110, '15.5.9'),
  code('410', 'Gone', 'It was there, and will not come back.', 9110, '15.5.11'),
  code('411', 'Length Required', '`Content-Length` is missing.', 9110, '15.5.12'),
  code('412', 'Precondition Failed', 'What `If-Match` or the like asks for does not hold.', 9110, '15.5.13'),
  code('413', 'Content Too Large', 'The body is larger than the server takes.', 9110, '15.5.14'),
  code('414', 'URI Too Long', 'The address is longer than the server takes.', 9110, '15.5.15'),
  code('415', 'Unsupported Media Type', 'The body is in a form the server does not take.', 9110, '15.5.16'),
  code('416', 'Range Not Satisfiable', 'There is no such part as `Range` asks for.', 9110, '15.5.17'),
  code('417', 'Expectation Failed', 'What `Expect` asks for cannot be had.', 9110, '15.5.18'),
  code('421', 'Misdirected Request', 'This server does not answer for that address.', 9110, '15.5.20'),
  code('423', 'Locked', 'Somebody else holds it.', 4918, '11.3'),
  code('424', 'Failed Dependency', 'Something it depends on failed.', 4918, '11.4'),
  code('425', 'Too Early', 'The request might be a replay, and is to be sent again.', 8470, '5.2'),
  code('426', 'Upgrade Required', 'The server wants another protocol: see `Upgrade`.', 9110, '15.5.22'),
  code('428', 'Precondition Required', 'The request must say of which state it is: `If-Match`.', 6585, '3'),
  code('431', 'Request Header Fields Too Large', 'The headers are larger than the server takes.', 6585, '5'),
  code('451', 'Unavailable For Legal Reasons', 'The law forbids to answer.', 7725, '3'),
  code('501', 'Not Implemented', 'The server does not know how to do this.', 9110, '15.6.2'),
  code('502', 'Bad Gateway', 'A server behind this one answered wrongly.', 9110, '15.6.3'),
  code('504', 'Gateway Timeout', 'A server behind this one did not answer in time.', 9110, '15.6.5'),
  code('505', 'HTTP Version Not Supported', 'The server does not speak this version of HTTP.', 9110, '15.6.6'),
  code('506', 'Variant Also Negotiates', 'The server is set up in a circle.', 2295, '8.1'),
  code('507', 'Insufficient Storage', 'There is no room left for it.', 4918, '11.5'),
  code('508', 'Loop Detected', 'What was asked for leads in a circle.', 5842, '7.2'),
  code('511', 'Network Authentication Required', 'The network wants to know who is calling.', 6585, '6'),
]);

/** The classes of codes (RFC 9110 §15). */
export const statusClasses: ReadonlyMap<string, StatusCode> = new Map([
  code('1XX', 'Informational', 'Something to know before the answer comes.', 9110, '15.2'),
  code('2XX', 'Successful', 'It was done.', 9110, '15.3'),
  code('3XX', 'Redirection', 'The client must go on elsewhere.', 9110, '15.4'),
  code('4XX', 'Client Error', 'The request is wrong.', 9110, '15.5'),
  code('5XX', 'Server Error', 'The server failed.', 9110, '15.6'),
]);

/** Where an RFC is to be read. */
export function rfcUrl(rfc: number, section = ''): string {
  return `https://www.rfc-editor.org/rfc/rfc${rfc}${section === '' ? '' : `#section-${section}`}`;
}

function code(name: string, title: string, about: string, rfc: number, section: string): readonly [string, StatusCode] {
  return [name, { title, about, rfc, section }];
}
