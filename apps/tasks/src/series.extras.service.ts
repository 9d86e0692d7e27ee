import { type CreateSeriesInput, type StopInput } from '#contracts';
import { type Call, Clock, RpcClient, Seal, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { groupOf } from './group.directory.js';
import type { NeedEntity } from './need.entity.js';
import { NeedsService } from './needs.service.js';
import type { Payment } from './payment.js';
import { PaymentsService } from './payments.service.js';
import { type NeedSeriesEntity, SeriesStopEntity } from './series.entity.js';
import { sealedDoor, StopsService } from './stops.service.js';

/** What each need of a series has besides: places to go to, who pays for it, and which group serves it. */
@Injectable()
export class SeriesExtras {
  constructor(
    private readonly seal: Seal,
    private readonly rpc: RpcClient,
    private readonly clock: Clock,
    private readonly needs: NeedsService,
    private readonly stops: StopsService,
    private readonly payments: PaymentsService,
  ) {}

  /**
   * Who is to pay for each, once the ledger has nothing against the first. Whether there is enough is asked for
   * each when it is accepted. @throws DomainError as `needs.post`
   */
  async agree(
    input: CreateSeriesInput,
    first: NeedEntity,
    call: Call,
  ): Promise<Pick<NeedSeriesEntity, 'paymentMode' | 'payerId'>> {
    const agreed = await this.payments.agree(input, first, call);
    return { paymentMode: agreed?.mode ?? null, payerId: agreed?.payerId ?? null };
  }

  /** The group that serves each; asked for once, when the series is made. @throws DomainError as `needs.post` */
  group(input: CreateSeriesInput, call: Call): Promise<string | null> {
    return groupOf(this.rpc, this.clock, input, call);
  }

  async insertStops(tx: Tx, series: NeedSeriesEntity, stops: readonly StopInput[]): Promise<void> {
    if (stops.length === 0) return;
    const { cityCode, id: seriesId } = series;
    await tx.orm.insert(
      SeriesStopEntity,
      stops.map(({ point, door, task }, i) => ({
        ...{ cityCode, seriesId, stop: i + 1, place: point, task },
        doorSealed: door === undefined ? null : this.seal.seal(door, sealedDoor),
      })),
    );
  }

  /** Whether a series was made with these very stops. */
  async areThose(tx: Tx, series: NeedSeriesEntity, stops: readonly StopInput[]): Promise<boolean> {
    const content = ({ point, door, task }: StopInput) => [
      point.longitude,
      point.latitude,
      door ?? null,
      task,
    ];
    const known = await this.stopsOf(tx, series);
    return JSON.stringify(known.map(content)) === JSON.stringify(stops.map(content));
  }

  /** Posts one need of a series with its places and its payment; one that is there already stays as it is. */
  async post(tx: Tx, series: NeedSeriesEntity, need: NeedEntity, call: Call): Promise<void> {
    const isNew = await this.needs.insertPosted(tx, need, ['submit', 'verify', 'forward'], call);
    if (!isNew) return;
    await this.stops.insert(tx, need, await this.stopsOf(tx, series));
    await this.payments.keep(tx, need, paymentFor(series), true);
  }

  private async stopsOf(tx: Tx, { cityCode, id: seriesId }: NeedSeriesEntity): Promise<StopInput[]> {
    const rows = await tx.orm.find(SeriesStopEntity, {
      where: { cityCode, seriesId },
      order: { stop: 'asc' },
    });
    return rows.map(({ place, doorSealed, task }) => ({
      ...{ point: place, task },
      ...(doorSealed !== null && { door: this.seal.open(doorSealed, sealedDoor) }),
    }));
  }
}

function paymentFor({ paymentMode, payerId }: NeedSeriesEntity): Payment | undefined {
  return paymentMode === null ? undefined : { mode: paymentMode, payerId };
}
