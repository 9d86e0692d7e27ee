import {
  DomainError,
  type OwnStars,
  type SetStarStepsInput,
  type StarSteps,
  type StarStepsInput,
  stars as contracts,
  type VolunteerView,
} from '#contracts';
import { type Call, Clock, Database, once, Seal, shanghaiDay, type Tx } from '#platform';
import { formatRegion, parseRegion } from '#regions';
import { Injectable } from '@nestjs/common';
import { lockHolders } from './minutes.store.js';
import { assertRising, defaultStarRule, minutesToNext, starLevel } from './stars.js';
import {
  addStarRule,
  countEvaluations,
  type DecidedRule,
  type Evaluation,
  nationalRule,
  readStarRules,
  starRulesAt,
} from './stars.store.js';
import { isPresent, type PresentVolunteer, VolunteerEntity } from './volunteer.entity.js';
import { openPlain, volunteerView } from './volunteer.views.js';

/** Stars by the steps of where a volunteer lives. */
@Injectable()
export class StarsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly seal: Seal,
  ) {}

  /** Volunteers as they are shown, each with the stars of the own place. */
  async views(reader: Database | Tx, volunteers: readonly PresentVolunteer[]): Promise<VolunteerView[]> {
    const levelOf = await this.levels(reader, volunteers);
    return volunteers.map((volunteer) => this.viewOf(volunteer, levelOf));
  }

  async view(reader: Database | Tx, volunteer: PresentVolunteer): Promise<VolunteerView> {
    return this.viewOf(volunteer, await this.levels(reader, [volunteer]));
  }

  /** How many stars each has today. */
  async levels(
    reader: Database | Tx,
    volunteers: readonly VolunteerEntity[],
  ): Promise<(volunteer: VolunteerEntity) => number> {
    // Who has not served has no star anywhere: registrations ask for no rules.
    const codes = volunteers.flatMap(({ lifetimeMinutes, communityCode }) =>
      lifetimeMinutes > 0 ? [communityCode] : [],
    );
    if (codes.length === 0) return () => 0;
    const ruleAt = await starRulesAt(reader, codes, this.today());
    return (volunteer) => starLevel(volunteer, ruleAt(volunteer.communityCode));
  }

  /**
   * The same steps again are the same version.
   * @throws DomainError `region.unknown`, `star.stepsInvalid`, `star.effectiveInPast`, `star.superseded`
   */
  set(input: SetStarStepsInput, call: Call): Promise<StarSteps> {
    const { code: regionCode, level } = parseRegion(input.region);
    if (level !== 'city' && level !== 'county') throw new DomainError('region.unknown');
    assertRising(input.steps);
    const wanted = {
      ...{ regionCode, steps: input.steps, version: input.ofVersion + 1, source: input.source },
      ...{ effectiveFrom: input.effectiveFrom, decidedAt: this.clock.now(), decidedBy: call.actor.id },
      fewestEvaluations: input.fewestEvaluations ?? defaultStarRule.fewestEvaluations,
    };
    return this.database.transaction((tx) =>
      once(tx, call, contracts.set.subject, input, async () => {
        // One after another: the version that is looked at is the newest.
        await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`star_steps ${regionCode}`]);
        const known = (await readStarRules(tx, [regionCode])).get(regionCode) ?? nationalRule;
        if (contentOf(known) === contentOf(wanted)) return stepsView(known);
        const { version } = known;
        if (version !== input.ofVersion) throw new DomainError('star.superseded', { version });
        if (input.effectiveFrom < this.today()) throw new DomainError('star.effectiveInPast');
        await addStarRule(tx, wanted);
        return stepsView(wanted);
      }),
    );
  }

  async get({ region, day }: StarStepsInput): Promise<StarSteps> {
    const { code } = parseRegion(region);
    return stepsView((await starRulesAt(this.database, [code], day ?? this.today()))(code));
  }

  /** @throws DomainError `resource.notFound` */
  async own({ actor: { id } }: Call): Promise<OwnStars> {
    const volunteer = await this.database.orm.manager.findOneBy(VolunteerEntity, { id });
    if (!volunteer || !isPresent(volunteer)) throw new DomainError('resource.notFound');
    const { lifetimeMinutes, evaluations, goodEvaluations, communityCode } = volunteer;
    const rule = (await starRulesAt(this.database, [communityCode], this.today()))(communityCode);
    return {
      ...{ starLevel: starLevel(volunteer, rule), lifetimeMinutes, evaluations, goodEvaluations },
      minutesToNext: minutesToNext(volunteer, rule),
      rule: stepsView(rule),
    };
  }

  /** What residents say of services. @throws Error a volunteer is unknown: only registered ones serve */
  async evaluate(tx: Tx, evaluations: readonly Evaluation[]): Promise<void> {
    if (evaluations.length === 0) return;
    const ids = [...new Set(evaluations.map(({ volunteerId }) => volunteerId))];
    const holders = await lockHolders(tx, ids);
    const stranger = evaluations.find(({ volunteerId }) => !holders.has(volunteerId));
    if (stranger) throw new Error(`volunteer ${stranger.volunteerId} is evaluated, but not registered`);
    await countEvaluations(tx, holders, evaluations);
  }

  private viewOf(
    volunteer: PresentVolunteer,
    levelOf: (volunteer: VolunteerEntity) => number,
  ): VolunteerView {
    return volunteerView(volunteer, openPlain(this.seal, volunteer), levelOf(volunteer));
  }

  private today(): string {
    return shanghaiDay(this.clock.now());
  }
}

function contentOf({ steps, version, effectiveFrom, fewestEvaluations, source }: DecidedRule): string {
  const measures = steps.map(({ hours, goodPercent = 0 }) => [hours, goodPercent]);
  return JSON.stringify([measures, version, effectiveFrom, fewestEvaluations, source]);
}

function stepsView({ regionCode, version, steps, source, decidedAt, ...rule }: DecidedRule): StarSteps {
  return {
    region: regionCode === undefined ? undefined : formatRegion(regionCode),
    steps: steps.map(({ hours, goodPercent = 0 }) => ({ hours, goodPercent })),
    ...{ version, source, fewestEvaluations: rule.fewestEvaluations, effectiveFrom: rule.effectiveFrom },
    decidedAt: decidedAt?.toISOString(),
  };
}
