import {
  type AnswerMessagesInput,
  DomainError,
  type EventEnvelope,
  messages as contracts,
  type MessageTemplateList,
  mostMessagesLeft,
  stations,
  type VolunteerAlerted,
} from '#contracts';
import {
  type Call,
  Clock,
  type Config,
  Database,
  type Log,
  once,
  RpcClient,
  Seal,
  systemCall,
  tokens,
  type Tx,
} from '#platform';
import { formatRegion, parseRegion } from '#regions';
import { Inject, Injectable } from '@nestjs/common';
import { allot, contentOf, type MessageState, nextTryAt, type Outcome, type Template } from './message.js';
import * as store from './messages.store.js';
import { isPresent } from './volunteer.entity.js';
import { purposes } from './volunteer.views.js';
import { lockVolunteer } from './volunteers.store.js';
import { openidOf } from './wechat.client.js';
import { WechatMessages } from './wechat.messages.client.js';

/** Where a message leads when it is tapped. */
const page = 'more/alerts/index';
const atOnce = 20;
const keptDays = 30;

const stateAfter: Record<Exclude<Outcome, 'again'>, MessageState> = {
  sent: 'sent',
  refused: 'refused',
  nobody: 'failed',
  failed: 'failed',
  unknown: 'unknown',
};

/**
 * Tells volunteers of alerts by WeChat's subscribe messages: one for each time they said yes, at most one an alert.
 * Whom to alert, how often a day and when not is decided where alerts are made; here they are only passed on.
 */
@Injectable()
export class MessagesService {
  private readonly templates: readonly Template[];
  private readonly communityNames = new Map<number, string>();
  private readonly wechat: WechatMessages;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly rpc: RpcClient,
    private readonly seal: Seal,
    @Inject(tokens.config) private readonly config: Config<'wechat'>,
    @Inject(tokens.log) private readonly log: Log,
  ) {
    const { wechatAppId, alertTemplate, alertFields, dispatchTemplate, dispatchFields } = config;
    const all: Template[] = [
      { kind: 'alert', templateId: alertTemplate, fields: alertFields },
      { kind: 'dispatch', templateId: dispatchTemplate, fields: dispatchFields },
    ];
    this.templates = wechatAppId === '' ? [] : all.filter(({ templateId }) => templateId !== '');
    this.wechat = new WechatMessages(config, clock, log);
  }

  /** What the caller may be asked to accept; nothing where messages are switched off. */
  async offered(call: Call): Promise<MessageTemplateList> {
    return this.view(this.database, call.actor.id);
  }

  /**
   * Keeps what somebody answered. The address comes from WeChat itself, by the code of a fresh `wx.login`, and is kept
   * for those alone who said yes.
   * @throws DomainError see the contract
   */
  async answer({ code, answers }: AnswerMessagesInput, call: Call): Promise<MessageTemplateList> {
    if (answers.some(({ kind }) => !this.templates.some((template) => template.kind === kind)))
      throw new DomainError('message.switchedOff');
    const accepted = answers.filter(({ isAccepted }) => isAccepted);
    const openid = accepted.length > 0 ? await openidOf(code, this.config, this.log) : undefined;
    return this.database.transaction((tx) =>
      // A retry comes with another code: each is good once.
      once(tx, call, contracts.answer.subject, { answers }, async () => {
        const volunteer = await lockVolunteer(tx, call.actor.id);
        if (!volunteer || !isPresent(volunteer)) throw new DomainError('resource.notFound');
        const now = this.clock.now();
        if (openid !== undefined)
          await store.keepAddress(tx, volunteer, this.seal.seal(openid, purposes.openid), now);
        for (const { kind } of accepted) await store.addAcceptance(tx, volunteer, kind, mostMessagesLeft);
        const refused = answers.filter(({ isAccepted }) => !isAccepted);
        await store.clearAcceptances(
          tx,
          refused.map(() => volunteer.id),
          refused.map(({ kind }) => kind),
        );
        return this.view(tx, volunteer.id);
      }),
    );
  }

  /** Keeps a message for each alert that somebody has an acceptance left for, in the transaction of the inbox. */
  async follow(tx: Tx, events: readonly EventEnvelope<VolunteerAlerted>[]): Promise<void> {
    const now = this.clock.now();
    const wanted = events.flatMap(({ data: { errand, ...alert } }) =>
      errand && new Date(errand.expiresAt) > now && this.templateOf(alert.kind)
        ? [{ ...alert, ...errand }]
        : [],
    );
    if (wanted.length === 0) return;
    const quotas = await store.lockAcceptances(tx, [
      ...new Set(wanted.map(({ volunteerId }) => volunteerId)),
    ]);
    const allotted = allot(wanted, quotas);
    if (allotted.length === 0) return;
    const rows = allotted.map((each) => ({
      ...{ cityCode: each.cityCode, id: each.alertId, volunteerId: each.volunteerId },
      ...{ kind: each.kind, type: each.type, expectedMinutes: each.expectedMinutes },
      communityCode: parseRegion(each.communityCode).code,
      windowStart: new Date(each.windowStart),
      windowEnd: new Date(each.windowEnd),
      expiresAt: new Date(each.expiresAt),
    }));
    await store.insertMessages(tx, rows, now);
  }

  /** Sends what is due. Called by one replica at a time. */
  async run(): Promise<void> {
    if (this.templates.length === 0) return;
    await store.abandonSending(this.database);
    for (;;) {
      const now = this.clock.now();
      await store.dropLate(this.database, now, mostMessagesLeft);
      const due = await store.takeDue(this.database, now, atOnce);
      if (due.length === 0) return;
      await Promise.all(due.map((message) => this.deliver(message)));
    }
  }

  /** Deletes what is settled and no longer of use to anybody. */
  forget(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - keptDays * 86_400_000);
    return store.forgetSettled(this.database, before);
  }

  private async deliver(message: store.DueMessage): Promise<void> {
    const outcome = await this.send(message);
    const now = this.clock.now();
    const nextAt = outcome === 'again' ? nextTryAt(message.tries, now) : undefined;
    const state = outcome === 'again' ? (nextAt ? 'waiting' : 'failed') : stateAfter[outcome];
    await this.database.transaction(async (tx) => {
      await store.settle(tx, message, state, nextAt);
      if (outcome === 'refused') await store.clearAcceptances(tx, [message.volunteerId], [message.kind]);
      else if (state === 'failed') await store.giveBack(tx, message, mostMessagesLeft);
      if (outcome === 'nobody') await store.dropAddress(tx, message.volunteerId);
    });
    if (state !== 'sent')
      this.log.warn({ messageId: message.id, tries: message.tries, state }, 'message: not sent');
  }

  private async send(message: store.DueMessage): Promise<Outcome> {
    const template = this.templateOf(message.kind);
    if (!template || message.openidSealed === null) return 'failed';
    const communityName = await this.nameOf(message.communityCode).catch(() => undefined);
    if (communityName === undefined) return 'again';
    return this.wechat.send({
      touser: this.seal.open(message.openidSealed, purposes.openid),
      template_id: template.templateId,
      page,
      data: contentOf(template, { ...message, communityName }),
    });
  }

  private templateOf(wanted: string): Template | undefined {
    return this.templates.find(({ kind }) => kind === wanted);
  }

  /** Divisions are renamed once in years: asked for once. */
  private async nameOf(communityCode: number): Promise<string> {
    const known = this.communityNames.get(communityCode);
    if (known !== undefined) return known;
    const input = { code: formatRegion(communityCode) };
    const { name } = await this.rpc.call(stations.getRegion, input, systemCall('volunteers'));
    this.communityNames.set(communityCode, name);
    return name;
  }

  private async view(reader: Database | Tx, volunteerId: string): Promise<MessageTemplateList> {
    const quotas = this.templates.length > 0 ? await store.readAcceptances(reader, volunteerId) : [];
    return {
      items: this.templates.map(({ kind, templateId }) => ({
        kind,
        templateId,
        left: quotas.find((quota) => quota.kind === kind)?.left ?? 0,
      })),
    };
  }
}
