import {
  ActForResidentInput,
  type Actor,
  ById,
  Choice,
  delegations,
  DomainError,
  Done,
  Instant,
  Integer,
  isStaff,
  Nothing,
  PhoneSignInInput,
  Region,
  RequestPhoneCodeInput,
  residentAccess,
  type Role,
  roles,
  type Session,
  StaffSignInInput,
  stations,
  Text,
  Uuid,
  volunteers,
  WechatSignInInput,
} from '#contracts';
import { type Call, RpcClient } from '#platform';
import { Controller } from '@nestjs/common';
import { AccessTokens } from './access.tokens.js';
import { Serves } from './endpoint.js';
import { SessionWatch } from './session.watch.js';

/** What a successful sign-in or refresh gives. */
export class SignedIn {
  @Text({ max: 2000, description: 'Sent as `Authorization: Bearer …`; lives some minutes.' })
  accessToken!: string;
  @Integer({ min: 1, max: 3600 }) expiresInSeconds!: number;
  @Text({ max: 200, description: 'Used once; a refresh gives the next.' }) refreshToken!: string;
  @Instant() refreshExpiresAt!: string;
  @Uuid() actorId!: string;
  @Choice(roles) role!: Role;
  @Region({ optional: true }) region?: string;
  @Uuid({ optional: true }) organisationId?: string;
}

export class RefreshInput {
  @Choice(['staff', 'person'], { description: 'Who signed in: staff, or a volunteer or resident.' })
  kind!: 'staff' | 'person';
  @Text({ min: 20, max: 200 }) refreshToken!: string;
}

/** Who one is, as the access token says. */
export class Me {
  @Uuid() id!: string;
  @Choice(roles) role!: Role;
  @Region({ optional: true, description: 'Where the role holds; absent for volunteers and residents.' })
  region?: string;
  @Uuid({ optional: true }) organisationId?: string;
}

const signsIn = { signsIn: true };
const refresh = {
  input: RefreshInput,
  output: SignedIn,
  errors: stations.refreshSession.errors,
  callers: stations.refreshSession.callers,
  reach: stations.refreshSession.reach,
};
const ownSession = { input: Nothing, errors: [], callers: roles, reach: 'own' as const };

@Controller()
export class AuthController {
  constructor(
    private readonly rpc: RpcClient,
    private readonly tokens: AccessTokens,
    private readonly watch: SessionWatch,
  ) {}

  @Serves(
    'POST',
    '/auth/staff/sign-in',
    { ...stations.signIn, output: SignedIn },
    { zh: '工作人员登录', en: 'Sign in as staff' },
    signsIn,
  )
  async signInStaff(input: StaffSignInInput, call: Call): Promise<SignedIn> {
    return this.grant(await this.rpc.call(stations.signIn, input, call));
  }

  @Serves(
    'POST',
    '/auth/wechat/sign-in',
    { ...volunteers.signInByWechat, output: SignedIn },
    { zh: '微信登录', en: 'Sign in by WeChat' },
    signsIn,
  )
  async signInByWechat(input: WechatSignInInput, call: Call): Promise<SignedIn> {
    return this.grant(await this.rpc.call(volunteers.signInByWechat, input, call));
  }

  @Serves(
    'POST',
    '/auth/phone-codes',
    volunteers.requestPhoneCode,
    { zh: '发送手机验证码', en: 'Have a code sent to a phone' },
    signsIn,
  )
  requestPhoneCode(input: RequestPhoneCodeInput, call: Call): Promise<Nothing> {
    return this.rpc.call(volunteers.requestPhoneCode, input, call);
  }

  @Serves(
    'POST',
    '/auth/phone/sign-in',
    { ...volunteers.signInByPhone, output: SignedIn },
    { zh: '手机验证码登录', en: 'Sign in by phone code' },
    signsIn,
  )
  async signInByPhone(input: PhoneSignInInput, call: Call): Promise<SignedIn> {
    return this.grant(await this.rpc.call(volunteers.signInByPhone, input, call));
  }

  @Serves(
    'POST',
    '/auth/residents/{residentId}/sign-in',
    { ...residentAccess.signIn, output: SignedIn },
    { zh: '以已核实的居民身份登录', en: 'Sign in as a resident one has shown to be' },
    signsIn,
  )
  async signInAsResident(input: ActForResidentInput, call: Call): Promise<SignedIn> {
    return this.grant(await this.rpc.call(residentAccess.signIn, input, call));
  }

  @Serves(
    'POST',
    '/auth/delegations/{id}/sign-in',
    { ...delegations.signIn, output: SignedIn },
    {
      zh: '代理同事的岗位登录，至委托结束',
      en: 'Sign in for a colleague who is away, until the delegation ends',
    },
    signsIn,
  )
  async signInAsDeputy(input: ById, call: Call): Promise<SignedIn> {
    return this.grant(await this.rpc.call(delegations.signIn, input, call));
  }

  @Serves(
    'POST',
    '/auth/refresh',
    refresh,
    { zh: '换取新的登录凭证', en: 'Exchange the refresh token for new tokens' },
    signsIn,
  )
  async refresh({ kind, refreshToken }: RefreshInput, call: Call): Promise<SignedIn> {
    const contract = kind === 'staff' ? stations.refreshSession : volunteers.refreshSession;
    return this.grant(await this.rpc.call(contract, { refreshToken }, call));
  }

  @Serves('POST', '/auth/sign-out', { ...ownSession, output: Done }, { zh: '退出登录', en: 'Sign out' })
  async signOut(_: Nothing, call: Call): Promise<Done> {
    const { role, sessionId } = call.actor;
    if (!sessionId) throw new DomainError('auth.tokenInvalid');
    const done = await this.rpc.call(
      isStaff(role) ? stations.signOut : volunteers.signOut,
      { sessionId },
      call,
    );
    this.watch.end(sessionId);
    return done;
  }

  @Serves('GET', '/me', { ...ownSession, output: Me }, { zh: '我是谁', en: 'Who I am' })
  me(_: Nothing, { actor }: Call): Promise<Me> {
    return Promise.resolve(meOf(actor));
  }

  private grant(session: Session): Promise<SignedIn> {
    return signedIn(session, this.tokens);
  }
}

/** What a session gives who opened it. */
export async function signedIn(session: Session, tokens: AccessTokens): Promise<SignedIn> {
  const { refreshToken, refreshExpiresAt, actorId, role, region, organisationId } = session;
  const accessToken = await tokens.issue(session);
  const expiresInSeconds = tokens.lifeSecondsOf(session);
  return {
    ...{ accessToken, expiresInSeconds, refreshToken, refreshExpiresAt },
    ...{ actorId, role, region, organisationId },
  };
}

function meOf({ id, role, region, organisationId }: Actor): Me {
  return { id, role: role as Role, region, organisationId };
}
