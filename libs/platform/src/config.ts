import { serviceNames, type ServiceName } from '#contracts';
import { confirmingSettings } from './confirming.settings.js';
import { reportingSettings, webhookSettings } from './reporting.settings.js';
import { choice, integer, list, type Setting, text, url } from './setting.js';
import { wechatSettings } from './wechat.settings.js';

/** Every setting of the suite, by the part that reads it. `docs/configuration.md` is generated from it. */
export const settings = {
  common: {
    natsUrl: url(
      '<SERVICE>_NATS_URL',
      '该服务的 NATS 地址，含用户名与口令',
      'NATS address of the service, with its own user and password',
      { secret: true },
    ),
    logLevel: choice(
      'LOG_LEVEL',
      ['trace', 'debug', 'info', 'warn', 'error', 'silent'],
      '日志级别',
      'log level',
      'info',
    ),
    healthPort: integer(
      '<SERVICE>_HEALTH_PORT',
      '健康检查与指标端口，0 为不开',
      'port of health checks and metrics, 0 for none',
      { default: 0, min: 0, max: 65535 },
    ),
    rpcBatching: choice(
      'RPC_BATCHING',
      ['on', 'off'],
      '是否合并批量请求；关闭仅用于测量',
      'gather batched requests; off is for measuring only',
      'on',
    ),
    healthHost: text(
      'HEALTH_HOST',
      '健康检查与指标的监听地址',
      'address the health checks and metrics listen on',
      {
        default: '127.0.0.1',
      },
    ),
    retentionDays: integer(
      'RETENTION_DAYS',
      '已送出的事件、收件记录与幂等应答保留的天数（须长于 NATS 保留的 14 天）',
      'days that sent events, the inbox and remembered answers are kept (longer than the 14 days of NATS)',
      { default: 30, min: 15, max: 3650 },
    ),
    shutdownMs: integer(
      'SHUTDOWN_MS',
      '停止时最多等待的毫秒数',
      'longest wait for work under way at a stop, milliseconds',
      { default: 4000, min: 100, max: 60000 },
    ),
  },
  database: {
    databaseUrl: url(
      '<SERVICE>_DATABASE_URL',
      '该服务的数据库地址（应用角色）',
      'database address of the service, application role',
      { secret: true },
    ),
    poolSize: integer('<SERVICE>_POOL_SIZE', '数据库连接数', 'database connections', {
      default: 8,
      min: 2,
      max: 200,
    }),
  },
  migration: {
    migrationDatabaseUrl: url(
      '<SERVICE>_MIGRATION_DATABASE_URL',
      '迁移用的数据库地址（属主角色）',
      'database address for migrations, owner role',
      { secret: true },
    ),
  },
  gateway: {
    port: integer('PORT', '网关端口', 'port of the gateway', { default: 3000, min: 0, max: 65535 }),
    host: text('HOST', '网关监听地址', 'address the gateway listens on', { default: '127.0.0.1' }),
    tokenKeyFile: text(
      'TOKEN_KEY_FILE',
      '签发访问凭证的 Ed25519 私钥文件（JWK）',
      'file of the Ed25519 private key (JWK) that signs access tokens',
    ),
    accessTokenMinutes: integer(
      'ACCESS_TOKEN_MINUTES',
      '访问凭证的有效分钟数',
      'life of an access token, minutes',
      { default: 10, min: 1, max: 60 },
    ),
    clockSkewSeconds: integer(
      'CLOCK_SKEW_SECONDS',
      '允许的时钟偏差秒数',
      'clock skew allowed in tokens, seconds',
      { default: 5, min: 0, max: 60 },
    ),
    corsOrigins: list(
      'CORS_ORIGINS',
      '允许跨域的来源，逗号分隔',
      'origins allowed across sites, comma separated',
      [],
    ),
    bodyLimitBytes: integer('BODY_LIMIT_BYTES', '请求体字节上限', 'largest request body, bytes', {
      default: 65536,
      min: 1024,
      max: 10485760,
    }),
    requestsPerMinute: integer(
      'REQUESTS_PER_MINUTE',
      '每个已登录用户或来源地址每分钟请求数',
      'requests a minute for each signed-in person or address',
      { default: 600, min: 1, max: 100000000 },
    ),
    signInsPerMinute: integer(
      'SIGN_INS_PER_MINUTE',
      '每个来源地址每分钟登录次数',
      'sign-ins a minute for each address',
      { default: 60, min: 1, max: 100000000 },
    ),
    filesPerMinute: integer(
      'FILES_PER_MINUTE',
      '每个已登录用户每分钟下载文件数',
      'files a minute for each signed-in person',
      { default: 10, min: 1, max: 100000000 },
    ),
    trustedProxies: list(
      'TRUSTED_PROXIES',
      '可信反向代理地址，逗号分隔',
      'addresses of trusted reverse proxies, comma separated',
      [],
    ),
    publicUrl: url(
      'PUBLIC_URL',
      '公众访问本系统的网址，印在证明的二维码里',
      'address at which the public reaches this system, printed in the QR codes of certificates',
      { default: 'http://127.0.0.1:3000' },
    ),
  },
  certificates: {
    certificateKeyFile: text(
      'CERTIFICATE_KEY_FILE',
      '签署服务证明的密钥文件（JWK 集，首个为 Ed25519 私钥，其余为以往的公钥）',
      'file of the keys that sign certificates (JWK set: the first a private Ed25519 key, then former public ones)',
    ),
    certificateNoticeDays: integer(
      'CERTIFICATE_NOTICE_DAYS',
      '服务证明出具后公示的天数，自次日起算',
      'days an issued certificate is in public notice, from the next day on',
      { default: 7, min: 1, max: 60 },
    ),
  },
  seal: {
    sealKeyFile: text('SEAL_KEY_FILE', '个人信息加密密钥文件', 'file of the keys that seal personal data'),
  },
  sessions: {
    sessionDays: integer('SESSION_DAYS', '会话最长天数', 'longest life of a session, days', {
      default: 30,
      min: 1,
      max: 365,
    }),
  },
  stations: {
    secondFactorRoles: list(
      'SECOND_FACTOR_ROLES',
      '必须用动态验证码登录的岗位，逗号分隔：committee、station、official、administrator；空则自愿',
      'roles that must sign in with a second factor, comma separated: committee, station, official, administrator; empty leaves it to them',
      [],
    ),
    regionsFile: text(
      'REGIONS_FILE',
      '行政区划表（code,name），相对于项目目录',
      'table of administrative divisions (code,name), relative to the project',
      { default: 'libs/regions/data/tianjin.csv' },
    ),
  },
  reporting: reportingSettings,
  webhooks: webhookSettings,
  wechat: wechatSettings,
  sms: {
    smsUrl: url(
      'SMS_URL',
      '短信网关地址；空则手机验证码不可用',
      'address of the SMS gateway; empty switches phone codes off',
      { default: '' },
    ),
    smsToken: text('SMS_TOKEN', '短信网关口令', 'token of the SMS gateway', { default: '', secret: true }),
  },
  ledger: {
    headsDir: text(
      'LEDGER_HEADS_DIR',
      '每日账本摘要文件的目录，每城市一个；空则只存数据库并发事件',
      'folder of the files of daily heads, one a city; empty keeps them in the database and the event only',
      { default: '' },
    ),
  },
  calls: {
    callRelayUrl: url(
      'CALL_RELAY_URL',
      '通话中转服务地址；空则不提供中转，接单者可见电话',
      'address of the call relay; empty offers none, and the claimant sees the number',
      { default: '' },
    ),
    callRelayToken: text('CALL_RELAY_TOKEN', '通话中转服务口令', 'token of the call relay', {
      default: '',
      secret: true,
    }),
  },
  tasks: {
    activeClaimLimit: integer(
      'ACTIVE_CLAIM_LIMIT',
      '每人同时接单上限',
      'errands one volunteer may hold at a time',
      { default: 5, min: 1, max: 100 },
    ),
    checkInRadiusMetres: integer(
      'CHECK_IN_RADIUS_METRES',
      '定位签到的半径（米）',
      'radius within which a location checks in, metres',
      { default: 300, min: 20, max: 5000 },
    ),
    checkInFuzzyRadiusMetres: integer(
      'CHECK_IN_FUZZY_RADIUS_METRES',
      '模糊定位签到的半径（米）；此类时长须人工认定',
      'radius for fuzzy locations, metres; their minutes are attested',
      { default: 3000, min: 100, max: 20000 },
    ),
    offlineHours: integer(
      'OFFLINE_HOURS',
      '离线签到签退记录须在多少小时内上传',
      'hours within which steps taken offline must be sent',
      { default: 72, min: 1, max: 720 },
    ),
    grabLogDays: integer(
      'GRAB_LOG_DAYS',
      '抢单日志保留的天数',
      'days the grab log is kept: who wanted an errand and why they lost',
      { default: 180, min: 1, max: 3650 },
    ),
    photoDays: integer(
      'PHOTO_DAYS',
      '照片保留的天数，之后连同密文一并删除',
      'days photos are kept; after that they are deleted',
      { default: 180, min: 1, max: 3650 },
    ),
  },
  confirming: confirmingSettings,
} as const;

export type SettingGroup = keyof typeof settings;

type ValueOf<S> = S extends Setting<infer T> ? T : never;
type GroupValues<G extends SettingGroup> = {
  readonly [K in keyof (typeof settings)[G]]: ValueOf<(typeof settings)[G][K]>;
};
type Merge<G extends SettingGroup> = (
  G extends SettingGroup ? (values: GroupValues<G>) => void : never
) extends (values: infer V) => void
  ? V
  : never;

/** Values of the named groups, frozen. */
export type Config<G extends SettingGroup> = Merge<G>;

/** All that is wrong with the configuration, listed together so that one restart mends it. */
export class ConfigError extends Error {
  constructor(readonly faults: string[]) {
    super(`配置有误 / the configuration is wrong:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
    this.name = 'ConfigError';
  }
}

/** Reads and checks the environment once, at start. */
export function readConfig<G extends SettingGroup>(
  service: ServiceName,
  groups: readonly G[],
  env: NodeJS.ProcessEnv,
): Config<G> {
  const faults: string[] = [];
  const values: Record<string, unknown> = {};
  for (const group of groups) {
    for (const [name, setting] of Object.entries<Setting>(settings[group])) {
      const variable = variableName(setting, service);
      const value = parse(setting, env[variable]?.trim());
      if (value instanceof Fault)
        faults.push(`${variable}: ${value.why} — ${setting.about.zh} / ${setting.about.en}`);
      else values[name] = value;
    }
  }
  if (faults.length > 0) throw new ConfigError(faults);
  return Object.freeze(values) as Config<G>;
}

export function variableName(setting: Setting, service: ServiceName): string {
  return setting.variable.replace('<SERVICE>', service.toUpperCase());
}

/** Every variable name the suite knows, for checking deployment files. */
export function allVariables(): string[] {
  const every = Object.values(settings).flatMap((group) => Object.values<Setting>(group));
  return [
    ...new Set(every.flatMap((setting) => serviceNames.map((service) => variableName(setting, service)))),
  ];
}

class Fault {
  constructor(readonly why: string) {}
}

function parse(setting: Setting, raw: string | undefined): unknown {
  if (raw === undefined || (raw === '' && setting.kind !== 'text')) {
    return setting.default === undefined ? new Fault('缺少 / missing') : setting.default;
  }
  const shown = setting.secret ? '' : ` (${raw})`;
  switch (setting.kind) {
    case 'text':
      return raw === '' && setting.default === undefined ? new Fault('为空 / empty') : raw;
    case 'url':
      return URL.canParse(raw) && new URL(raw).hostname !== ''
        ? raw
        : new Fault(`须为网址 / must be an address such as https://host:port${shown}`);
    case 'list':
      return Object.freeze(
        raw
          .split(',')
          .map((part) => part.trim())
          .filter((part) => part !== ''),
      );
    case 'choice':
      return setting.choices?.includes(raw)
        ? raw
        : new Fault(`须为 / must be one of ${setting.choices?.join(', ')}${shown}`);
    case 'integer': {
      const value = /^\d+$/.test(raw) ? Number(raw) : Number.NaN;
      const fits = value >= (setting.min ?? 0) && value <= (setting.max ?? Number.MAX_SAFE_INTEGER);
      return fits
        ? value
        : new Fault(`须为整数 / must be a whole number ${setting.min}–${setting.max}${shown}`);
    }
  }
}
