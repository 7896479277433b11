/**
 * The one table of coded errors. Clients switch on the code; texts are for people.
 * `retryable` tells an outbox whether sending the same thing again can help.
 */
interface ErrorEntry {
  status: number;
  retryable: boolean;
  zh: string;
  en: string;
}

export const ERRORS = {
  'request.malformed': {
    status: 400,
    retryable: false,
    zh: '请求内容不是有效的 JSON。请检查后重发。',
    en: 'The request body is not valid JSON. Correct it and send it again.',
  },
  'request.invalid': {
    status: 422,
    retryable: false,
    zh: '请求中有字段不符合要求，见 fields 中的说明。',
    en: 'A field of the request is not as required; see fields.',
  },
  'request.too-large': {
    status: 413,
    retryable: false,
    zh: '请求超过大小上限。请分批发送。',
    en: 'The request is larger than allowed. Send it in parts.',
  },
  'request.unsupported-media-type': {
    status: 415,
    retryable: false,
    zh: '只接受 application/json。',
    en: 'Only application/json is accepted.',
  },
  'request.rate-limited': {
    status: 429,
    retryable: true,
    zh: '请求过于频繁，请稍后再试。',
    en: 'Too many requests. Try again a little later.',
  },
  'request.foreign-origin': {
    status: 403,
    retryable: false,
    zh: '请求来自其他网站，已拒绝。请从控制台发起。',
    en: 'The request comes from another site and was refused. Start it from the console.',
  },
  'route.not-found': {
    status: 404,
    retryable: false,
    zh: '没有这个地址。',
    en: 'There is nothing at this address.',
  },
  'resource.not-found': {
    status: 404,
    retryable: false,
    zh: '没有找到，或您无权查看。',
    en: 'Not found, or not yours to see.',
  },
  'session.missing': {
    status: 401,
    retryable: false,
    zh: '请先登录。',
    en: 'Log in first.',
  },
  'session.bad-credentials': {
    status: 401,
    retryable: false,
    zh: '账号或密码不对。',
    en: 'Account or password is wrong.',
  },
  'session.locked': {
    status: 429,
    retryable: true,
    zh: '失败次数过多，账号暂时锁定。请稍后再试。',
    en: 'Too many failed attempts: the account is locked for a while. Try later.',
  },
  'endpoint.proof-missing': {
    status: 401,
    retryable: false,
    zh: '缺少终端身份证明。',
    en: 'The endpoint proof is missing.',
  },
  'endpoint.proof-invalid': {
    status: 401,
    retryable: false,
    zh: '终端身份证明无效：签名、路径或正文不符。',
    en: 'The endpoint proof is not valid: signature, path or body do not match.',
  },
  'endpoint.proof-expired': {
    status: 401,
    retryable: true,
    zh: '终端时钟与服务器相差过大。请按 serverTime 校正后重试。',
    en: 'The endpoint clock is too far from the server. Correct by serverTime and try again.',
  },
  'endpoint.proof-replayed': {
    status: 401,
    retryable: false,
    zh: '该身份证明已使用过，重放已拒绝。',
    en: 'This proof was used before; the replay is refused.',
  },
  'endpoint.unknown': {
    status: 401,
    retryable: false,
    zh: '未登记的终端。请联系 IT 重新接入。',
    en: 'The endpoint is unknown. Ask IT to enrol it.',
  },
  'endpoint.revoked': {
    status: 403,
    retryable: false,
    zh: '该终端已被吊销。请联系 IT。',
    en: 'The endpoint is revoked. Contact IT.',
  },
  'enrolment.token-invalid': {
    status: 403,
    retryable: false,
    zh: '接入令牌无效、已过期或已用完。请向 IT 索取新令牌。',
    en: 'The enrolment token is wrong, expired or used up. Ask IT for a new one.',
  },
  'policy.none': {
    status: 404,
    retryable: true,
    zh: '尚未发布策略。',
    en: 'No policy has been published yet.',
  },
  'policy.invalid': {
    status: 422,
    retryable: false,
    zh: '策略包不符合要求，见 fields 中的说明。未作任何更改。',
    en: 'The policy bundle is not as required; see fields. Nothing was changed.',
  },
  'policy.version-not-newer': {
    status: 409,
    retryable: false,
    zh: '策略版本必须高于现行版本。',
    en: 'The policy version must be higher than the one in force.',
  },
  'event.invalid': {
    status: 422,
    retryable: false,
    zh: '事件不符合约定，未入库。',
    en: 'The event does not keep the contract and was not stored.',
  },
  'event.foreign-id': {
    status: 409,
    retryable: false,
    zh: '该事件编号属于其他终端。',
    en: 'This event id belongs to another endpoint.',
  },
  'native.malformed': {
    status: 400,
    retryable: false,
    zh: '本机消息不符合约定。',
    en: 'The native message does not keep the contract.',
  },
  'native.not-ready': {
    status: 503,
    retryable: true,
    zh: '客户端服务尚未接入服务器。',
    en: 'The agent is not enrolled yet.',
  },
  'storage.unavailable': {
    status: 503,
    retryable: true,
    zh: '存储暂不可用，事件仍保留在终端，稍后重发。',
    en: 'Storage is unavailable; events stay at the endpoint and are sent again later.',
  },
  'server.internal': {
    status: 500,
    retryable: true,
    zh: '服务器内部错误。请把编号告诉管理员。',
    en: 'Internal server error. Give the reference to your administrator.',
  },
} as const satisfies Record<string, ErrorEntry>;

export type ErrorCode = keyof typeof ERRORS;

export const ERROR_CODES = Object.keys(ERRORS) as readonly ErrorCode[];

export function isErrorCode(value: unknown): value is ErrorCode {
  return typeof value === 'string' && Object.hasOwn(ERRORS, value);
}
